import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { float32Training } from '../../src/tolerances.ts'
import { shapesOf } from '../../src/training/network.ts'
import { differences, largest } from '../tooling/keras/differences.ts'
import { engineNames } from '../tooling/keras/engines.ts'
import { givenLenet } from '../tooling/keras/given-lenet.ts'
import type { GivenTraining } from '../tooling/keras/golden.ts'
import { roundingsOf, worstRoundings } from '../tooling/keras/replay.ts'
import { frameworks, goldenLenets, type LenetStepAnswer } from './golden/goldens.ts'
import { gradientDigestDifferences } from './golden/gradient-digest-differences.ts'
import { type TakenStep, takeSteps } from './golden/take-steps.ts'

// The engine of this run alone: cpu takes a second for each of the fifty steps.
const engine = engineNames[0]!

/** Milliseconds: a busy machine takes several times that. */
const timeout = 300_000

beforeAll(() => openEngine(engine))

describe.each(goldenLenets)('ten steps of LeNet-5, $variant,', ({ variant, network, answers }) => {
  let given: GivenTraining
  let roundings: number
  let worst: number
  let steps: readonly TakenStep[]
  beforeAll(async () => {
    given = givenLenet(variant, answers.Keras.losses.length)
    roundings = roundingsOf(given.network, given.batchSize)
    worst = worstRoundings(given.network)
    steps = (await takeSteps(given, []))[0]!
  }, timeout)

  test("are those of the notebook's net as Keras describes it", () => {
    // Keras says more, as here goes without saying what is its default.
    expect(network).toMatchObject(given.network)
    expect(shapesOf(network)).toEqual(shapesOf(given.network))
  })

  test.each(frameworks)('have the losses of %s', (framework) => {
    const { losses } = answers[framework]
    const taken = steps.map(({ loss }) => loss)
    expect(differences(taken, losses, float32Training(steps.length, roundings, largest(losses)))).toEqual([])
  })

  test.each(frameworks)('have the gradients of %s at the first, the second and the last', (framework) => {
    const before: LenetStepAnswer['gradients'][] = []
    for (const { step, gradients } of answers[framework].steps) {
      const toleranceOf = (size: number) => float32Training(step, roundings, size, worst)
      const taken = steps[step - 1]!.gradients
      expect(gradientDigestDifferences(taken, gradients, toleranceOf, before), `${step}`).toEqual([])
      before.push(gradients)
    }
  })
})
