import type { Stream } from '../../src/random/stream.ts'
import { type Field, sizeOf } from './twin/field.ts'

/** A float32 field of standard normal values, scaled and moved. */
export function drawField(stream: Stream, shape: readonly number[], deviation = 1, mean = 0): Field {
  return { shape, values: stream.fillNormal(new Float32Array(sizeOf(shape)), mean, deviation) }
}
