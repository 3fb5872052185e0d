import type { Sgd } from '../../../src/training/sgd.ts'

/** A parameter in descent. */
export interface Moving {
  readonly parameter: number
  readonly velocity: number
}

/**
 * A step of gradient descent for one number, as Keras documents it: v ← momentum · v − learningRate · gradient, and the
 * parameter moves by v, or with Nesterov's look-ahead by momentum · v − learningRate · gradient with the new v. Without
 * momentum it moves by −learningRate · gradient either way.
 */
export function descend({ learningRate, momentum, nesterov }: Sgd, moving: Moving, gradient: number): Moving {
  const velocity = momentum * moving.velocity - learningRate * gradient
  const step = nesterov ? momentum * velocity - learningRate * gradient : velocity
  return { parameter: moving.parameter + step, velocity }
}
