import { isUpdated } from './criterion.ts'
import type { TrainingSets } from './data.ts'
import type { TrainedPerceptrons, Training } from './trained.ts'

export interface TrainedOnHost extends TrainedPerceptrons {
  /** [runs] how many times a point moved the weights */
  readonly updates: Int32Array
}

/**
 * Trains one perceptron on each training set, a point at a time in the order of the set, in plain float64: the oracle
 * of {@link trainOnEngine}, and the way to more epochs than an engine does in reasonable time.
 *
 * An epoch that moves nothing ends the training of that set, as every later one would move nothing either.
 */
export function trainOnHost(
  { runs, points, x, y, start }: TrainingSets<ArrayLike<number>>,
  { a, epochs, learningRate }: Training,
): TrainedOnHost {
  // A name of this function's own: under Vitest an imported name is looked up at every call, three times the time here.
  const moves = isUpdated
  const weights = Float64Array.from(start)
  const lastUpdate = new Int32Array(runs)
  const updates = new Int32Array(runs)
  const signed = Float64Array.from({ length: x.length }, (_, index) => x[index]! * y[index >> 1]!)
  for (let run = 0; run < runs; run++) {
    const [first, end] = [2 * points * run, 2 * points * (run + 1)]
    let w1 = weights[2 * run]!
    let w2 = weights[2 * run + 1]!
    let count = 0
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const before = count
      for (let point = first; point < end; point += 2) {
        const z1 = signed[point]!
        const z2 = signed[point + 1]!
        if (moves(w1 * z1 + w2 * z2, a)) {
          w1 += learningRate * z1
          w2 += learningRate * z2
          count++
        }
      }
      if (count === before) break
      lastUpdate[run] = epoch
    }
    weights[2 * run] = w1
    weights[2 * run + 1] = w2
    updates[run] = count
  }
  return { weights, lastUpdate, updates }
}
