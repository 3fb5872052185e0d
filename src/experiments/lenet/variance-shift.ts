import * as tf from '@tensorflow/tfjs'
import { sizeOf } from '../../layers/fans.ts'
import type { Stream } from '../../random/stream.ts'
import { type Network, shapesOf } from '../../training/network.ts'
import type { Weights } from '../../training/network-parameters.ts'
import { pass } from '../../training/network-pass.ts'
import { disposeTensors, stackWeights, uploadWeights } from '../../training/network-tensors.ts'
import { drawsFrom } from '../../training/train-draws.ts'

/** What a batch normalisation receives, in training and in evaluation. */
export interface VarianceShift {
  /** the place of the batch normalisation in the net */
  readonly layer: number
  /** for each batch the variance in evaluation over that in training, each summed over the channels */
  readonly ratios: Float64Array
  /** for each batch the same ratio by the formula of Li et al.; 1 where no dropout stands before */
  readonly predicted: Float64Array
}

/**
 * How much less the inputs of batch normalisations vary in evaluation than they do in training, when dropout stands
 * before them: the moving variance is that of training, and normalises too much in evaluation.
 *
 * Dropout keeps a value x with the probability p and divides it by p. With the mean c and the variance v of x, what comes
 * out has the variance (c² + v) / p − c² in training and v in evaluation: the ratio of the two is the prediction, with c
 * and v of each channel as they are before the dropout in training. It is of this dropout alone; that measured has the
 * noise of the dropouts in earlier layers in it as well.
 *
 * @param inputs - [images, …input of the net] float32
 * @param batchSize - images of a batch; the batches do not overlap, and what is left over is not used
 * @param stream - of the masks
 * @see X. Li, S. Chen, X. Hu & J. Yang, Understanding the disharmony between dropout and batch normalization by variance
 *   shift, arXiv 1801.05134, section 3
 */
export async function varianceShifts(
  network: Network,
  weights: Weights,
  inputs: Float32Array,
  batchSize: number,
  stream: Stream,
): Promise<VarianceShift[]> {
  const shapes = shapesOf(network)
  const normalisations = network.layers.flatMap((layer, index) => (layer.kind === 'batch normalisation' ? [index] : []))
  const batches = Math.floor(inputs.length / sizeOf(network.input) / batchSize)
  const shifts = normalisations.map((layer) => ({
    layer,
    ratios: new Float64Array(batches),
    predicted: new Float64Array(batches),
  }))
  const draws = drawsFrom(stream)
  const parameters = uploadWeights(network, stackWeights(network, [weights]), [])
  try {
    for (let batch = 0; batch < batches; batch++) {
      const { training, evaluation } = tf.tidy(() => {
        const size = batchSize * sizeOf(network.input)
        const x = tf.tensor(inputs.subarray(batch * size, (batch + 1) * size), [batchSize, ...network.input])
        const masks = new Map(
          network.layers.flatMap((layer, index) => {
            if (layer.kind !== 'dropout') return []
            const shape = [batchSize, ...shapes[index]!]
            return [[index, tf.tensor(draws.mask(index, layer.rate, sizeOf(shape)), shape)] as const]
          }),
        )
        const outputs = (mode: typeof masks | 'evaluation') => [x, ...pass(network, parameters, x, mode).outputs]
        return { training: outputs(masks), evaluation: outputs('evaluation') }
      })
      // outputs[i] is what layer i receives.
      const momentsBefore = async (outputs: readonly tf.Tensor[], layer: number) =>
        channelMoments(await outputs[layer]!.data<'float32'>(), outputs[layer]!.shape.at(-1)!)
      for (const shift of shifts) {
        const trained = sum((await momentsBefore(training, shift.layer)).variances)
        const evaluated = sum((await momentsBefore(evaluation, shift.layer)).variances)
        shift.ratios[batch] = evaluated / trained
        const before = network.layers[shift.layer - 1]
        shift.predicted[batch] =
          before?.kind === 'dropout'
            ? predictedRatio(await momentsBefore(training, shift.layer - 1), 1 - before.rate)
            : 1
      }
      for (const tensor of new Set([...training, ...evaluation])) tensor.dispose()
    }
    return shifts
  } finally {
    disposeTensors(parameters)
  }
}

/** Means and biased variances of channels. */
interface ChannelMoments {
  readonly means: Float64Array
  readonly variances: Float64Array
}

/** @param values - [places, channels], in float32 with their moments in float64 */
function channelMoments(values: Float32Array, channels: number): ChannelMoments {
  const places = values.length / channels
  const [means, variances] = [new Float64Array(channels), new Float64Array(channels)]
  for (let index = 0; index < values.length; index++) means[index % channels]! += values[index]! / places
  for (let index = 0; index < values.length; index++) {
    variances[index % channels]! += (values[index]! - means[index % channels]!) ** 2 / places
  }
  return { means, variances }
}

/** The ratio of the sums over the channels of v and of (c² + v) / p − c². */
function predictedRatio({ means, variances }: ChannelMoments, kept: number): number {
  return (
    sum(variances) /
    sum(variances.map((variance, channel) => (means[channel]! ** 2 + variance) / kept - means[channel]! ** 2))
  )
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}
