import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { float32Sum } from '../../src/tolerances.ts'
import { categoricalCrossEntropy, type Loss, losses } from '../../src/training/loss.ts'
import { correctCount } from '../../src/training/metrics.ts'
import { differences, largest } from './keras/differences.ts'
import { engineNames } from './keras/engines.ts'
import { type GoldenLoss, goldenLayers } from './keras/golden.ts'
import { read } from './keras/read.ts'

const cases: [keyof typeof goldenLayers.losses, Loss][] = [
  ['mean squared error', losses['mean squared error']],
  ['softmax cross-entropy', losses['softmax cross-entropy']],
  ['categorical cross-entropy', categoricalCrossEntropy],
]

/** The targets and the outputs of a golden as tensors, with an axis of runs in front if there are runs. */
function tensorsOf({ targets, outputs }: GoldenLoss, runs: number[] = []): [tf.Tensor, tf.Tensor] {
  const stacked = ({ shape, values }: GoldenLoss['targets']) =>
    tf.tensor(Array.from({ length: runs[0] ?? 1 }, () => values).flat(), [...runs, ...shape])
  return [stacked(targets), stacked(outputs)]
}

/** A loss adds one term a value; 16 operations make a term, exp and log counted by their 8 units. Both sides round. */
function toleranceOf({ targets }: GoldenLoss, magnitude: number) {
  return float32Sum(2 * (targets.values.length + 16), magnitude)
}

describe.each(engineNames)('as in Keras 3, on %s,', (engine) => {
  beforeAll(() => openEngine(engine))

  test.each(cases)('the %s is averaged over the batch', async (name, loss) => {
    const golden = goldenLayers.losses[name]
    const value = await read(() => loss(...tensorsOf(golden)))
    expect(differences(value, [golden.loss], toleranceOf(golden, Math.max(1, golden.loss)))).toEqual([])
  })

  test.each(cases)('the %s has its gradient, which is 0 where a probability is clipped', async (name, loss) => {
    const golden = goldenLayers.losses[name]
    const gradient = await read(() => {
      const [targets, outputs] = tensorsOf(golden)
      return tf.grad((varied) => loss(targets, varied))(outputs)
    })
    const tolerance = toleranceOf(golden, Math.max(1, largest(golden.gradient)))
    expect(differences(gradient, golden.gradient, tolerance)).toEqual([])
  })

  test.each(cases)('the accuracy beside the %s counts the first of equal outputs', async (name) => {
    const golden = goldenLayers.losses[name]
    const [correct] = await read(() => correctCount(...tensorsOf(golden)))
    expect(Math.fround(correct! / golden.targets.shape[0]!)).toBe(Math.fround(golden.accuracy))
  })

  test.each(cases)('the %s of an ensemble is that of each net', async (name, loss) => {
    const golden = goldenLayers.losses[name]
    const [alone] = await read(() => loss(...tensorsOf(golden)))
    const values = await read(() => loss(...tensorsOf(golden, [3])))
    expect(differences(values, [alone!, alone!, alone!], toleranceOf(golden, Math.max(1, alone!)))).toEqual([])
    const correct = await read(() => correctCount(...tensorsOf(golden, [3])))
    expect([...correct]).toEqual(Array(3).fill(Math.round(golden.accuracy * golden.targets.shape[0]!)))
  })
})

test('the clipped loss of an example is at most 16.12, the one from logits has no bound', async () => {
  await openEngine('cpu')
  const target = () => tf.tensor2d([[1, 0]])
  const clipped = await read(() => categoricalCrossEntropy(target(), tf.tensor2d([[0, 1]])))
  expect(differences(clipped, [-Math.log(1e-7)], float32Sum(16, 16.2))).toEqual([])
  const unclipped = await read(() => losses['softmax cross-entropy'](target(), tf.tensor2d([[0, 50]])))
  expect([...unclipped]).toEqual([50])
})
