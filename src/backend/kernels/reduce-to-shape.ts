import * as tf from '@tensorflow/tfjs'

/**
 * The mean over every axis that a shape lacks or has only one place of.
 *
 * @param values - float32
 * @param shape - as that of a parameter of a layer: [channels] or [1, channels] beside [batch, …, channels],
 *   [runs, 1, channels] beside [runs, batch, channels]
 * @returns of the shape given
 */
export function meanOfShape(values: tf.Tensor, shape: readonly number[]): tf.Tensor {
  return tf.reshape(tf.mean(values, axesBeyond(shape, values.rank)), [...shape])
}

/** The sum over the same axes. */
export function sumOfShape(values: tf.Tensor, shape: readonly number[]): tf.Tensor {
  return tf.reshape(tf.sum(values, axesBeyond(shape, values.rank)), [...shape])
}

function axesBeyond(shape: readonly number[], rank: number): number[] {
  const lengths = [...Array<number>(rank - shape.length).fill(1), ...shape]
  return lengths.flatMap((length, axis) => (length === 1 ? [axis] : []))
}
