import { batches } from '../../training/network-evaluate.ts'
import type { Weights } from '../../training/network-parameters.ts'
import type { Draws } from '../../training/train-draws.ts'
import type { Examples } from '../../training/train-examples.ts'
import { domain } from '../absolute-value.ts'
import { aliveOn } from './activity.ts'

/** What a training of a net needs to know, but for the net. */
export interface Descent {
  readonly epochs: number
  readonly batchSize: number
  readonly learningRate: number
  readonly momentum: number
}

/**
 * Whether a ReLU net's last hidden layer is silent on the whole domain. Such a net has one parameter that moves, the bias
 * of the output: every other gradient has a factor that is the last layer's output, or its derivative, which is 0.
 *
 * @param weights - with hidden biases of 0: then what passes no layer leaves all later ones silent too
 */
export function isAsleep(weights: Weights): boolean {
  const unbiased = weights.slice(0, -1).every(({ bias }) => bias!.every((value) => value === 0))
  return unbiased && aliveOn(weights, domain).length === 0
}

/**
 * Trains a net that is asleep: the same steps that an engine would take, without the nine tenths of all work that would
 * multiply zeros. In float64, as it costs nothing here.
 */
export function trainOutputBias(
  weights: Weights,
  { targets }: Examples,
  draws: Draws,
  { epochs, batchSize, learningRate, momentum }: Descent,
): Weights {
  const output = weights.at(-1)!
  let bias = output.bias![0]!
  let velocity = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = draws.order(epoch, targets.length)
    for (const [from, size] of batches(targets.length, batchSize)) {
      let sum = 0
      for (let place = from; place < from + size; place++) sum += targets[order[place]!]!
      const descent = learningRate * 2 * (bias - sum / size)
      velocity = momentum * velocity - descent
      bias += momentum * velocity - descent
    }
  }
  return [...weights.slice(0, -1), { ...output, bias: Float32Array.of(bias) }]
}
