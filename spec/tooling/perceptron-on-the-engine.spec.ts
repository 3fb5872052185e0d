import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Criterion, isUpdated, marginOf } from '../../src/experiments/perceptron/criterion.ts'
import { drawTrainingSets, type TrainingSets } from '../../src/experiments/perceptron/data.ts'
import { signedPoints } from '../../src/experiments/perceptron/measures.ts'
import { trainOnEngine } from '../../src/experiments/perceptron/train-on-engine.ts'
import { trainOnHost } from '../../src/experiments/perceptron/train-on-host.ts'
import { float32Drift } from '../../src/tolerances.ts'
import { openLaboratory } from '../../src/training/laboratory.ts'

const sets = drawTrainingSets('engine', 250, 20, 'plus-minus-one', 'of each run')
const criteria: Criterion[] = ['perceptron', 'hinge']
const training = (criterion: Criterion) => ({ a: marginOf[criterion], epochs: 100, learningRate: 0.01 })

beforeAll(() => openLaboratory(process.env).engine())

/** Trains one set in float64 and in float32 side by side, to the first point on which the two decide differently. */
function trainInBoth({ points, start }: TrainingSets, run: number, a: number) {
  const signed = signedPoints(sets, run)
  const { fround } = Math
  const double = [start[2 * run]!, start[2 * run + 1]!]
  const single = [...double]
  let [updates, largest] = [0, 0]
  for (let visit = 0; visit < 100 * points; visit++) {
    const z = [signed[(2 * visit) % signed.length]!, signed[((2 * visit) % signed.length) + 1]!]
    const margin = double[0]! * z[0]! + double[1]! * z[1]!
    const rounded = fround(fround(single[0]! * z[0]!) + fround(single[1]! * z[1]!))
    largest = Math.max(largest, ...double.map(Math.abs))
    // Two products and a sum round the margin three times more than the weights were rounded.
    if (isUpdated(margin, a) !== isUpdated(rounded, a)) {
      const reach = 2 * float32Drift(updates + 3, largest).size
      return {
        single,
        double,
        parted: true,
        explained: Math.min(Math.abs(margin - a), Math.abs(margin)) <= reach,
        updates,
        largest,
      }
    }
    if (!isUpdated(margin, a)) continue
    for (const axis of [0, 1]) {
      double[axis]! += 0.01 * z[axis]!
      single[axis] = fround(single[axis]! + fround(fround(0.01) * z[axis]!))
    }
    updates++
  }
  return { single, double, parted: false, explained: true, updates, largest }
}

describe.each(criteria)('perceptrons trained together by %s loss', (criterion) => {
  test('end where float64 on the host ends, but for sets that come to a tie within float32', async () => {
    const engine = await trainOnEngine(sets, training(criterion))
    const host = trainOnHost(sets, training(criterion))
    let together = 0
    for (let run = 0; run < sets.runs; run++) {
      const { parted, explained, updates, largest } = trainInBoth(sets, run, marginOf[criterion])
      expect(explained, `run ${run} parts at a tie`).toBe(true)
      if (parted) continue
      together++
      const drift = float32Drift(updates, largest).size
      for (const index of [2 * run, 2 * run + 1]) {
        expect(Math.abs(engine.weights[index]! - host.weights[index]!), `weight ${index}`).toBeLessThanOrEqual(drift)
      }
      expect(engine.lastUpdate[run]).toBe(host.lastUpdate[run])
    }
    // Ties are rare: nearly all runs were compared weight by weight.
    expect(together).toBeGreaterThan(0.9 * sets.runs)
  })

  test('leave no tensor behind', async () => {
    const before = tf.memory().numTensors
    await trainOnEngine(sets, { ...training(criterion), epochs: 2 })
    expect(tf.memory().numTensors).toBe(before)
  })
})
