import fc from 'fast-check'
import { beforeAll, describe } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { normaliseInTraining } from '../../src/layers/batch-normalisation.ts'
import { normalisationCases } from './cases.ts'
import { expectClose } from './close.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { drawNormalisation, epsilon, momentum, parametersOf } from './normalisation-draw.ts'
import { normalisationTolerances } from './normalisation-tolerances.ts'
import { onEngine } from './on-engine.ts'
import { normalisationInTraining } from './twin/batch-normalisation.ts'
import type { Field } from './twin/field.ts'

/** Powers of two, by which nothing is rounded. */
const scales = fc.constantFrom(0.25, 0.5, 2, 4)
const shifts = fc.constantFrom(-3, 0, 2)

describe.each(enginesPresent)('batch normalisation on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  // Exactly so where epsilon is scaled with the variance.
  forAny(
    'for any batch: ignores the scale and shift of its input, and hands back the derivative by the scale',
    fc.tuple(normalisationCases, scales, shifts),
    async ([shape, scale, shift]) => {
      const drawn = drawNormalisation(shape)
      const [x, gamma, beta] = drawn.given
      const channels = gamma.values.length
      const at = async (a: number, b: number) => {
        const moved: Field = { shape: x.shape, values: Float32Array.from(x.values, (value) => a * value + b) }
        const options = { momentum, epsilon: a ** 2 * epsilon }
        const { value, gradients } = await onEngine(
          (x, gamma, beta) => normaliseInTraining(x!, parametersOf(gamma!, beta!, drawn), options).output,
          [moved, gamma, beta],
          drawn.after,
        )
        const rows = { shape: [x.values.length / channels, channels], values: moved.values }
        const { statistics } = normalisationInTraining(moved, gamma.values, beta.values, options.epsilon)
        const allowed = normalisationTolerances(rows, gamma.values, beta.values, drawn.after, statistics)
        return { output: value, dx: gradients[0]!, dgamma: gradients[1]!, dbeta: gradients[2]!, allowed }
      }
      const [still, moved] = [await at(1, 0), await at(scale, shift)]
      for (const what of ['output', 'dx', 'dgamma', 'dbeta'] as const) {
        const factor = what === 'dx' ? scale : 1
        const values = moved[what].map((value) => factor * value)
        expectClose(what, values, still[what], (index) => {
          const channel = index % channels
          return { kind: 'abs', size: still.allowed[what](channel).size + factor * moved.allowed[what](channel).size }
        })
      }
    },
  )
})
