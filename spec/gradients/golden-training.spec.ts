import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { float32Training } from '../../src/tolerances.ts'
import { differences, largest } from '../tooling/keras/differences.ts'
import { engineNames } from '../tooling/keras/engines.ts'
import { roundingsOf } from '../tooling/keras/replay.ts'
import { frameworks, goldenTrainings, type StepAnswer } from './golden/goldens.ts'
import { parameterDifferences } from './golden/parameter-differences.ts'
import { type TakenStep, takeSteps } from './golden/take-steps.ts'

/** A net alone, and an ensemble of two that are alike: pairs of units have a kernel of their own there. */
const companies = [
  { company: 'alone', runs: [] },
  { company: 'twice side by side', runs: [2] },
] as const

describe.each(engineNames)('on %s, ten steps of', (engine) => {
  beforeAll(() => openEngine(engine))

  describe.each(goldenTrainings)('$title,', (golden) => {
    const { network, batchSize, answers } = golden
    const roundings = roundingsOf(network, batchSize)

    describe.each(companies)('$company,', ({ runs }) => {
      let nets: readonly TakenStep[][]
      beforeAll(async () => {
        nets = await takeSteps(golden, runs)
      })

      test.each(frameworks)('have the losses of %s', (framework) => {
        const { losses } = answers[framework]
        for (const steps of nets) {
          const taken = steps.map(({ loss }) => loss)
          const tolerance = float32Training(steps.length, roundings, largest(losses))
          expect(differences(taken, losses, tolerance)).toEqual([])
        }
      })

      test.each(frameworks)('have the gradients of %s at the first, the second and the last', (framework) => {
        for (const steps of nets) {
          const before: StepAnswer['gradients'][] = []
          for (const { step, gradients } of answers[framework].steps) {
            const toleranceOf = (size: number) => float32Training(step, roundings, size)
            const taken = steps[step - 1]!.gradients
            expect(parameterDifferences(taken, gradients, toleranceOf, before), `${step}`).toEqual([])
            before.push(gradients)
          }
        }
      })

      test.each(frameworks)('lead to the weights of %s', (framework) => {
        for (const steps of nets) {
          for (const { step, weights } of answers[framework].steps) {
            const toleranceOf = (size: number) => float32Training(step, roundings, size)
            expect(parameterDifferences(steps[step - 1]!.weights, weights, toleranceOf), `${step}`).toEqual([])
          }
        }
      })
    })
  })
})
