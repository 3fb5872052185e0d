import * as tf from '@tensorflow/tfjs'
import { type Network, shapesOf } from '../../src/training/network.ts'
import type { TrainingConfiguration } from '../../src/training/train.ts'
import type { Examples } from '../../src/training/train-examples.ts'

/** Trains by tfjs's own layers, optimizer and loop, as somebody would without this project: an epoch of `fit`. */
export async function trainByTfLayers(
  { network, loss, optimizer, batchSize, epochs }: TrainingConfiguration,
  { inputs, targets }: Examples,
): Promise<void> {
  const model = sequentialOf(network, loss === 'softmax cross-entropy')
  const { learningRate, momentum, nesterov } = optimizer
  const descent = momentum > 0 ? tf.train.momentum(learningRate, momentum, nesterov) : tf.train.sgd(learningRate)
  model.compile({
    loss: loss === 'softmax cross-entropy' ? 'categoricalCrossentropy' : 'meanSquaredError',
    optimizer: descent,
  })
  const count = inputs.length / network.input.reduce((size, length) => size * length, 1)
  const x = tf.tensor(inputs, [count, ...network.input])
  const y = tf.tensor(targets, [count, ...shapesOf(network).at(-1)!])
  await model.fit(x, y, { batchSize, epochs, verbose: 0 })
  tf.dispose([x, y])
  model.dispose()
  // The model disposes only an optimizer that it made itself.
  descent.dispose()
}

function sequentialOf({ input, layers }: Network, classifies: boolean): tf.Sequential {
  const model = tf.sequential()
  model.add(tf.layers.inputLayer({ inputShape: [...input] }))
  for (const [index, layer] of layers.entries()) {
    if (layer.kind === 'dense') {
      const last = classifies && index === layers.length - 1
      model.add(tf.layers.dense({ units: layer.units, activation: last ? 'softmax' : activationOf(layer.activation) }))
    } else if (layer.kind === 'convolution') {
      const { filters, size: kernelSize, padding = 'valid', activation } = layer
      model.add(tf.layers.conv2d({ filters, kernelSize, padding, activation: activationOf(activation) }))
    } else if (layer.kind === 'average pooling') model.add(tf.layers.averagePooling2d({ poolSize: layer.size }))
    else if (layer.kind === 'flatten') model.add(tf.layers.flatten())
    else if (layer.kind === 'batch normalisation') model.add(tf.layers.batchNormalization())
    else if (layer.kind === 'dropout') model.add(tf.layers.dropout({ rate: layer.rate }))
  }
  return model
}

function activationOf(activation: unknown): 'linear' | 'relu' | 'tanh' {
  if (activation === undefined) return 'linear'
  if (activation === 'relu' || activation === 'tanh') return activation
  throw new RangeError(`no work of the bench has the activation ${JSON.stringify(activation)}`)
}
