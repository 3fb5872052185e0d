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
  const lengths = [...Array<number>(values.rank - shape.length).fill(1), ...shape]
  const axes = lengths.flatMap((length, axis) => (length === 1 ? [axis] : []))
  return tf.reshape(tf.mean(values, axes), [...shape])
}
