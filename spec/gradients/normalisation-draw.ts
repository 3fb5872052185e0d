import type * as tf from '@tensorflow/tfjs'
import { type NormalisationParameters, normalisationDefaults } from '../../src/layers/batch-normalisation.ts'
import { randomStream, type Stream } from '../../src/random/stream.ts'
import type { CaseOf, normalisationCases } from './cases.ts'
import { drawField } from './draw.ts'
import { tensorOf } from './on-engine.ts'
import { type Field, sizes, type Values } from './twin/field.ts'

/** What batch normalisation takes, and what it is differentiated in, in this order. */
export const variables = ['input', 'gamma', 'beta'] as const

export const { epsilon, momentum } = normalisationDefaults

export interface DrawnNormalisation {
  readonly stream: Stream
  readonly given: readonly [x: Field, gamma: Field, beta: Field]
  readonly movingMean: Field
  readonly movingVariance: Field
  /** the derivatives of what comes after */
  readonly after: Values
}

export function drawNormalisation({
  shape,
  offset,
  spread,
  draw,
}: CaseOf<typeof normalisationCases>): DrawnNormalisation {
  const stream = randomStream('gradient of batch normalisation', draw)
  const row = [1, shape.at(-1)!]
  return {
    stream,
    given: [drawField(stream, shape, spread, offset), drawField(stream, row), drawField(stream, row)],
    movingMean: drawField(stream, row),
    movingVariance: { shape: row, values: sizes(drawField(stream, row).values) },
    after: drawField(stream, shape).values,
  }
}

/** The parameters of the layer on the engine. */
export function parametersOf(
  gamma: tf.Tensor,
  beta: tf.Tensor,
  { movingMean, movingVariance }: DrawnNormalisation,
): NormalisationParameters {
  return { gamma, beta, movingMean: tensorOf(movingMean), movingVariance: tensorOf(movingVariance) }
}
