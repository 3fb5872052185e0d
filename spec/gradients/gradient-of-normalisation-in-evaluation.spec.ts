import { beforeAll, describe } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { normaliseInEvaluation } from '../../src/layers/batch-normalisation.ts'
import { normalisationCases } from './cases.ts'
import { expectSums } from './close.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { drawNormalisation, epsilon, parametersOf, variables } from './normalisation-draw.ts'
import { onEngine } from './on-engine.ts'
import { normalisationInEvaluation } from './twin/batch-normalisation.ts'
import { absolute, type Field, sizes, type Values } from './twin/field.ts'
import { derivativesIn, expectWayBack } from './twin-gradient.ts'

const twinOf =
  (mean: Values, variance: Values) =>
  (...[x, gamma, beta]: readonly Field[]) =>
    normalisationInEvaluation(x!, gamma!.values, beta!.values, mean, variance, epsilon)

describe('the gradient of batch normalisation in evaluation', () => {
  forAny('for any batch: the float64 twin has it, by differences', normalisationCases, (shape) => {
    const { stream, given, movingMean, movingVariance } = drawNormalisation(shape)
    expectWayBack(twinOf(movingMean.values, movingVariance.values), variables, given, stream)
  })

  describe.each(enginesPresent)('on %s', (engine) => {
    beforeAll(() => openEngine(engine))

    forAny('for any batch: is that of the twin', normalisationCases, async (shape) => {
      const drawn = drawNormalisation(shape)
      const { given, after, movingMean, movingVariance } = drawn
      const { value, gradients } = await onEngine(
        (x, gamma, beta) => normaliseInEvaluation(x!, parametersOf(gamma!, beta!, drawn)),
        given,
        after,
      )
      const { output, back } = twinOf(movingMean.values, movingVariance.values)(...given)
      // With a negative mean no two terms of a magnitude cancel.
      const below = sizes(movingMean.values).map((size) => -size)
      const magnitude = twinOf(below, movingVariance.values)(...given.map(absolute))
      const [expected, magnitudes] = [
        derivativesIn(back(after), variables),
        derivativesIn(magnitude.back(sizes(after)), variables),
      ]
      // Besides the sum over the batch: five operations make a scale, and three more a value.
      const roundings = given[0].values.length / given[1].values.length + 8
      expectSums('batch normalisation', value, output.values, roundings, magnitude.output.values)
      for (const [index, variable] of variables.entries()) {
        const what = `the gradient of batch normalisation in its ${variable}`
        expectSums(what, gradients[index]!, expected[index]!, roundings, magnitudes[index]!)
      }
    })
  })
})
