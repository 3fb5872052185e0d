import type { Stream } from '../../src/random/stream.ts'
import { type Field, sizeOf } from './twin/field.ts'

/** A float32 field of standard normal values, scaled and moved. */
export function drawField(stream: Stream, shape: readonly number[], deviation = 1, mean = 0): Field {
  return { shape, values: stream.fillNormal(new Float32Array(sizeOf(shape)), mean, deviation) }
}

/** A field of whole numbers of −4 to 4: sums of some thousand of their products are exact in float32. */
export function drawWhole(stream: Stream, shape: readonly number[]): Field {
  return { shape, values: Float32Array.from({ length: sizeOf(shape) }, () => stream.integer(9) - 4) }
}
