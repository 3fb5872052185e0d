import * as tf from '@tensorflow/tfjs'
import { backpropagate } from '../../../src/training/network-gradients.ts'
import type { Weights } from '../../../src/training/network-parameters.ts'
import { downloadWeights, type RunsAxis } from '../../../src/training/network-tensors.ts'
import { inOrder, ResidentExamples } from '../../../src/training/train-examples.ts'
import { StackedTraining } from '../../../src/training/train-stacked.ts'
import type { GivenSteps } from '../../tooling/keras/golden.ts'
import { masksOf, stepsOf } from '../../tooling/keras/replay.ts'

/** What one net did in a step. */
export interface TakenStep {
  /** before the step */
  readonly loss: number
  readonly gradients: Weights
  /** after the step */
  readonly weights: Weights
}

/**
 * Trains for one epoch as was given, and looks at each step: the gradients are those of `backpropagate`, the steps those
 * of a training.
 *
 * @param runs - how many nets stand side by side, which are all the same one
 * @returns for each net its steps
 */
export async function takeSteps(given: GivenSteps, runs: RunsAxis): Promise<readonly TakenStep[][]> {
  const { configuration, examples, start } = stepsOf(given)
  const { network, loss, batchSize } = configuration
  const count = runs[0] ?? 1
  const taken = Array.from({ length: count }, (): TakenStep[] => [])
  const training = new StackedTraining(configuration, batchSize, [examples], Array(count).fill(start), runs)
  const resident = new ResidentExamples(network, [examples], runs)
  const look = async (step: number) => {
    const { value, gradients } = tf.tidy(() => {
      const batch = resident.batch(inOrder(resident.count, runs), step * batchSize, batchSize)
      const { loss: value, gradients } = backpropagate(network, loss, training.parameters, batch, masksOf(given, step))
      return { value, gradients: [...gradients] }
    })
    const looked = [await value.data(), await downloadWeights(gradients, runs)] as const
    tf.dispose({ value, gradients })
    return looked
  }
  try {
    let next = 0
    let before = await look(next)
    await training.epoch(0, async () => {
      const weights = await training.weights()
      const [losses, gradients] = before
      for (const [run, steps] of taken.entries()) {
        steps.push({ loss: losses[run]!, gradients: gradients[run]!, weights: weights[run]! })
      }
      if (++next < training.stepsPerEpoch) before = await look(next)
    })
    return taken
  } finally {
    training.dispose()
    resident.dispose()
  }
}
