import * as tf from '@tensorflow/tfjs'
import { batchNormalise } from '../backend/kernels/batch-normalise.ts'

/** The running estimates of a batch normalisation, by which it normalises in evaluation. */
export interface MovingStatistics {
  /** [(runs,) 1, channels] float32, at first 0 */
  readonly movingMean: tf.Tensor
  /** [(runs,) 1, channels] float32, at first 1 */
  readonly movingVariance: tf.Tensor
}

/** All that a batch normalisation keeps. */
export interface NormalisationParameters extends MovingStatistics {
  /** [(runs,) 1, channels] float32, at first 1 */
  readonly gamma: tf.Tensor
  /** [(runs,) 1, channels] float32, at first 0 */
  readonly beta: tf.Tensor
}

export interface NormalisationOptions {
  /** what is left of a moving statistic after each batch, of [0, 1] */
  readonly momentum: number
  /** is added to the variance, positive */
  readonly epsilon: number
}

/** Keras's defaults. */
export const normalisationDefaults: NormalisationOptions = { momentum: 0.99, epsilon: 1e-3 }

/**
 * Batch normalisation in training, as Keras 3's BatchNormalization on TensorFlow: each channel is normalised over all
 * other axes by the batch's mean and biased variance, and the moving statistics go the share 1 − momentum of the way
 * towards these.
 *
 * The moving variance takes the *biased* variance too, for dense and for convolutional inputs alike: measured on Keras
 * 3.15 (fixtures/keras). The fused kernel that Keras 2 used for inputs of four axes, and only for these, gave the
 * moving variance n / (n − 1) times as much, where n counts the values of a channel: by 1 % for 100 values.
 *
 * @param x - [batch, …, channels], or [runs, batch, channels] when gamma has the axis of runs; float32
 * @returns the output, of the input's shape, and the moving statistics after this batch
 */
export function normaliseInTraining(
  x: tf.Tensor,
  { gamma, beta, movingMean, movingVariance }: NormalisationParameters,
  { momentum, epsilon }: NormalisationOptions = normalisationDefaults,
): { readonly output: tf.Tensor; readonly statistics: MovingStatistics } {
  const { output, mean, variance } = batchNormalise(x, gamma, beta, epsilon)
  const moved = (statistic: tf.Tensor, ofBatch: tf.Tensor) =>
    tf.add(tf.mul(statistic, momentum), tf.mul(ofBatch, 1 - momentum))
  return {
    output,
    statistics: { movingMean: moved(movingMean, mean), movingVariance: moved(movingVariance, variance) },
  }
}

/**
 * Batch normalisation in evaluation: by the moving statistics, which stay as they are.
 *
 * @param x - [batch, …, channels], or [runs, batch, channels] when gamma has the axis of runs; float32
 */
export function normaliseInEvaluation(
  x: tf.Tensor,
  { gamma, beta, movingMean, movingVariance }: NormalisationParameters,
  { epsilon }: Pick<NormalisationOptions, 'epsilon'> = normalisationDefaults,
): tf.Tensor {
  const scale = tf.mul(tf.rsqrt(tf.add(movingVariance, epsilon)), gamma)
  return tf.add(tf.mul(x, scale), tf.sub(beta, tf.mul(movingMean, scale)))
}
