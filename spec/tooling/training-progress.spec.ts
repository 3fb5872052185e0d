import { expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { randomStream } from '../../src/random/stream.ts'
import { type Progress, ProgressReport } from '../../src/training/progress.ts'
import { type TrainingConfiguration, train } from '../../src/training/train.ts'
import { startFrom } from '../../src/training/train-draws.ts'

/** What a listener hears when the steps end at these seconds, and whether each step was reported. */
function report(epochs: number, stepsPerEpoch: number, seconds: readonly number[]) {
  const heard: Progress[] = []
  let now = 0
  const progress = new ProgressReport(
    epochs,
    stepsPerEpoch,
    (each) => heard.push(each),
    () => now,
  )
  const reported = seconds.map((end) => {
    now = end
    return progress.step()
  })
  return { heard, reported }
}

test('a report tells of each epoch, and of steps once a second', () => {
  const { heard, reported } = report(2, 4, [0.4, 0.8, 1.2, 1.6, 2, 2.4, 2.8, 3.2])
  expect(reported).toEqual([false, false, true, true, false, false, true, true])
  expect(heard.map(({ epoch, epochs, share }) => [epoch, epochs, share])).toEqual([
    [0, 2, 3 / 8],
    [1, 2, 4 / 8],
    [1, 2, 7 / 8],
    [2, 2, 1],
  ])
})

test('the time left is that of the steps left at the pace so far', () => {
  const { heard } = report(1, 4, [2, 4, 6, 8])
  expect(heard.map(({ seconds, secondsLeft }) => [seconds, secondsLeft])).toEqual([
    [2, 6],
    [4, 4],
    [6, 2],
    [8, 0],
  ])
})

test('a training reports its epochs, and lets other tasks of the process run after each', async () => {
  const configuration: TrainingConfiguration = {
    network: { input: [1], layers: [{ kind: 'dense', units: 1 }] },
    loss: 'mean squared error',
    optimizer: { learningRate: 0.1, momentum: 0, nesterov: false },
    epochs: 3,
    batchSize: 2,
  }
  const examples = { inputs: Float32Array.of(1, 2, 3), targets: Float32Array.of(1, 2, 3) }
  const events: string[] = []
  const progress = ({ epoch }: Progress) => {
    events.push(`epoch ${epoch}`)
    setImmediate(() => events.push('another task'))
  }
  await openEngine('cpu')
  await train(configuration, examples, startFrom(configuration.network, randomStream('progress', 'spec')), { progress })
  expect(events).toEqual(['epoch 1', 'another task', 'epoch 2', 'another task', 'epoch 3', 'another task'])
})
