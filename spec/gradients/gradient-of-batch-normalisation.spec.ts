import { beforeAll, describe } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { normaliseInTraining } from '../../src/layers/batch-normalisation.ts'
import { float32Sum } from '../../src/tolerances.ts'
import { normalisationCases } from './cases.ts'
import { expectClose } from './close.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { drawNormalisation, epsilon, momentum, parametersOf, variables } from './normalisation-draw.ts'
import { normalisationTolerances } from './normalisation-tolerances.ts'
import { onEngine, valueOnEngine } from './on-engine.ts'
import { normalisationInTraining } from './twin/batch-normalisation.ts'
import type { Field } from './twin/field.ts'
import { derivativesIn, expectWayBack } from './twin-gradient.ts'

const twinOf = (...[x, gamma, beta]: readonly Field[]) =>
  normalisationInTraining(x!, gamma!.values, beta!.values, epsilon)

describe('the gradient of batch normalisation in training', () => {
  forAny('for any batch: the float64 twin has it, by differences', normalisationCases, (shape) => {
    const { stream, given } = drawNormalisation(shape)
    expectWayBack(twinOf, variables, given, stream)
  })

  describe.each(enginesPresent)('on %s', (engine) => {
    beforeAll(() => openEngine(engine))

    forAny('for any batch: is that of the twin', normalisationCases, async (shape) => {
      const { given, after, ...drawn } = drawNormalisation(shape)
      const layer = (...all: Parameters<Parameters<typeof onEngine>[0]>) =>
        normaliseInTraining(all[0]!, parametersOf(all[1]!, all[2]!, { given, after, ...drawn }))
      const { value, gradients } = await onEngine((...all) => layer(...all).output, given, after)
      const [x, gamma, beta] = given
      const channels = gamma.values.length
      const rows = { shape: [x.values.length / channels, channels], values: x.values }
      const { output, back, statistics } = twinOf(...given)
      const allowed = normalisationTolerances(rows, gamma.values, beta.values, after, statistics)
      const compare = (what: keyof typeof allowed, values: ArrayLike<number>, wanted: ArrayLike<number>) =>
        expectClose(`${what} of batch normalisation`, values, wanted, (index) => allowed[what](index % channels))
      const [inX, inGamma, inBeta] = derivativesIn(back(after), variables)
      compare('output', value, output.values)
      compare('dx', gradients[0]!, inX!)
      compare('dgamma', gradients[1]!, inGamma!)
      compare('dbeta', gradients[2]!, inBeta!)

      for (const [moving, ofBatch] of [
        ['movingMean', 'mean'],
        ['movingVariance', 'variance'],
      ] as const) {
        const moved = await valueOnEngine((...all) => layer(...all).statistics[moving], given)
        const before = drawn[moving].values
        const own = Array.from(statistics[ofBatch], (value) => (1 - momentum) * value)
        const wanted = own.map((value, index) => momentum * before[index]! + value)
        expectClose(moving, moved.value, wanted, (index) => {
          const ofSum = float32Sum(4, Math.abs(momentum * before[index]!) + Math.abs(own[index]!))
          return { kind: 'abs', size: (1 - momentum) * allowed[ofBatch](index).size + ofSum.size }
        })
      }
    })
  })
})
