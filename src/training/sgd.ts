import * as tf from '@tensorflow/tfjs'
import { momentumDescent, servesDescent } from '../backend/kernels/momentum-descent.ts'

/**
 * Stochastic gradient descent, as plain data. The fields are Keras's; without momentum it is plain descent, Nesterov or
 * not.
 */
export interface Sgd {
  readonly learningRate: number
  /** of [0, 1) */
  readonly momentum: number
  /** Nesterov's look-ahead; the notebook's nets for regression use it */
  readonly nesterov: boolean
}

/** A parameter and what the optimizer remembers of it; both of the parameter's shape. */
export interface Moving {
  readonly parameter: tf.Tensor
  /** at first 0; null without momentum */
  readonly velocity: tf.Tensor | null
}

/**
 * One step of Keras's SGD, with its roundings. The velocity becomes momentum · velocity − learningRate · gradient.
 * The parameter moves by the new velocity, or with Nesterov by momentum · (new velocity) − learningRate · gradient; by
 * −learningRate · gradient without momentum.
 *
 * @returns new tensors; those given are neither changed nor disposed
 */
export function descend(
  { learningRate, momentum, nesterov }: Sgd,
  { parameter, velocity }: Moving,
  gradient: tf.Tensor,
): Moving {
  if (velocity !== null && servesDescent(parameter)) {
    return momentumDescent(parameter, velocity, gradient, learningRate, momentum, nesterov)
  }
  const descent = tf.mul(gradient, learningRate)
  if (velocity === null) return { parameter: tf.sub(parameter, descent), velocity }
  const moved = tf.sub(tf.mul(velocity, momentum), descent)
  const step = nesterov ? tf.sub(tf.mul(moved, momentum), descent) : moved
  return { parameter: tf.add(parameter, step), velocity: moved }
}
