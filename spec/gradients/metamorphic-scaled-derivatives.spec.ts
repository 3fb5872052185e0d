import type * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { activate } from '../../src/layers/activation.ts'
import { normaliseInTraining } from '../../src/layers/batch-normalisation.ts'
import { randomStream } from '../../src/random/stream.ts'
import { activations, normalisationCases } from './cases.ts'
import { drawField } from './draw.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { drawNormalisation, parametersOf } from './normalisation-draw.ts'
import { onEngine } from './on-engine.ts'
import type { Field, Values } from './twin/field.ts'

/** Four times the derivatives give four times the gradients, bit by bit: a power of two changes no rounding. */
async function expectScaled(
  layer: (...given: tf.Tensor[]) => tf.Tensor,
  given: readonly Field[],
  after: Values,
): Promise<void> {
  const once = await onEngine(layer, given, after)
  const scaled = await onEngine(
    layer,
    given,
    Float32Array.from(after, (value) => 4 * value),
  )
  expect(scaled.gradients).toEqual(once.gradients.map((gradient) => gradient.map((value) => 4 * value)))
}

describe.each(enginesPresent)('four times the derivatives, on %s, give four times the gradient', (engine) => {
  beforeAll(() => openEngine(engine))

  forAny('for any batch before batch normalisation', normalisationCases, (shape) => {
    const drawn = drawNormalisation(shape)
    const layer = (...[x, gamma, beta]: tf.Tensor[]) =>
      normaliseInTraining(x!, parametersOf(gamma!, beta!, drawn)).output
    return expectScaled(layer, drawn.given, drawn.after)
  })

  forAny('for any values before an activation', fc.tuple(fc.constantFrom(...activations), fc.nat()), ([kind, draw]) => {
    const stream = randomStream('scaled derivatives', draw)
    const [x, after] = [drawField(stream, [20]), drawField(stream, [20])]
    return expectScaled((values) => activate(values!, kind), [x], after.values)
  })
})
