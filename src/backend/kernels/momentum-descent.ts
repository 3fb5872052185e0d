import * as tf from '@tensorflow/tfjs'
import { writeFrom } from './wasm-memory.ts'

/** So many values, and fewer, cost less in a loop of JavaScript than the calls of six operations. */
const few = 2 ** 13

/** Whether `momentumDescent` serves a parameter: a small one on wasm. */
export function servesDescent(parameter: tf.Tensor): boolean {
  return parameter.size <= few && tf.getBackend() === 'wasm'
}

/**
 * A step of gradient descent with momentum for a small parameter, see `descend`, which is six operations of tfjs: an
 * ensemble of narrow nets has two dozen parameters, and spent a fifth of a step on these calls. Each operation is rounded
 * to float32 by itself, so the results are the same bits.
 *
 * @param parameter - float32, on wasm, as are all of these
 * @returns the velocity and the parameter after the step
 */
export function momentumDescent(
  parameter: tf.Tensor,
  velocity: tf.Tensor,
  gradient: tf.Tensor,
  learningRate: number,
  momentum: number,
  nesterov: boolean,
): { readonly velocity: tf.Tensor; readonly parameter: tf.Tensor } {
  const [rate, rest] = [Math.fround(learningRate), Math.fround(momentum)]
  const moved = writeFrom([velocity, gradient], velocity.shape, (output, v, g) => move(output, v!, g!, rate, rest))
  const next = writeFrom([parameter, moved, gradient], parameter.shape, (output, p, v, g) => {
    if (nesterov) lookAhead(output, p!, v!, g!, rate, rest)
    else add(output, p!, v!)
  })
  return { velocity: moved, parameter: next }
}

function move(output: Float32Array, v: Float32Array, g: Float32Array, rate: number, rest: number): void {
  const round = Math.fround
  for (let i = 0; i < output.length; i++) output[i] = round(v[i]! * rest) - round(g[i]! * rate)
}

function lookAhead(
  output: Float32Array,
  p: Float32Array,
  v: Float32Array,
  g: Float32Array,
  rate: number,
  rest: number,
): void {
  const round = Math.fround
  for (let i = 0; i < output.length; i++) {
    output[i] = p[i]! + round(round(v[i]! * rest) - round(g[i]! * rate))
  }
}

function add(output: Float32Array, p: Float32Array, v: Float32Array): void {
  for (let i = 0; i < output.length; i++) output[i] = p[i]! + v[i]!
}
