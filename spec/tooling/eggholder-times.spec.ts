import { describe, expect, test } from 'vitest'
import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { submittedNets } from '../../src/experiments/eggholder/submitted-nets.ts'
import { drawnTimes, TimingCallback } from '../../src/experiments/eggholder/timing-callback.ts'

const nets = submittedNets(printed['P4.1'].trainedNets)

test('the callback adds the time of each epoch to its log, and nothing between epochs', () => {
  let now = 5
  const callback = new TimingCallback(() => now)
  for (const [epoch, pause] of [
    [3, 10],
    [4, 20],
  ] as const) {
    callback.onEpochBegin()
    now += epoch
    callback.onEpochEnd()
    now += pause
  }
  expect(callback.logs).toEqual([3, 4])
})

describe('the drawn times', () => {
  // 1, 2, 4, … ms for one net after the other, in two epochs: each sum says which nets are in it.
  const epochs = nets.map((_, net) => [2 ** net, 0])

  test('are sums over all fits so far that had the callback', () => {
    const [one, two, three] = drawnTimes(nets, epochs, 'kept over all fits')
    expect(one).toEqual([1, 3, 7, 15, 31, 63])
    // By their parameters: 16-16, 32-16, 128-16, 128-32, 256-128, which were trained as 4th, 2nd, 1st, 5th and 3rd.
    expect(two).toEqual([10, 8, 7, 11, 9].map((trained) => 2 ** trained - 1))
    expect(three).toEqual([2047, 2047, 2047])
  })

  test('are those of the nets where the log is reset, and nothing without the callback', () => {
    const [one, two, three] = drawnTimes(nets, epochs, 'reset before each fit')
    expect(one).toEqual([1, 2, 4, 8, 16, 32])
    expect(two).toEqual([9, 7, 6, 10, 8].map((net) => 2 ** net))
    expect(three).toEqual([0, 0, 0])
  })
})
