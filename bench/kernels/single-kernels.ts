/*
 * Each kernel of src/backend/kernels beside tfjs's own, at the sizes of a LeNet-5 with 100 images, of a net of 128
 * units with 1000 points and of 1000 nets of two units.
 */
import * as tf from '@tensorflow/tfjs'
import { openEngine } from '../../src/backend/chain.ts'
import { batchNormalise } from '../../src/backend/kernels/batch-normalise.ts'
import { denseOfPairs } from '../../src/backend/kernels/dense-of-pairs.ts'
import { leakyRectifier } from '../../src/backend/kernels/leaky-rectifier.ts'
import { compare, printHeading } from './alternate.ts'

const random = (...shape: number[]) => tf.randomNormal(shape)
/** XNNPACK keeps what it packed of an operand: a training step meets new data, so must this. */
const fresh = (x: tf.Tensor) => tf.mul(x, 1)

async function both(title: string, run: () => tf.Tensor): Promise<void> {
  await compare({ title, stock: () => tf.tidy(run), tuned: () => tf.tidy(run) })
}

function kernel(name: string, inputs: () => tf.NamedTensorMap, attributes: tf.NamedAttrMap): () => tf.Tensor {
  return () => tf.engine().runKernel(name, inputs(), attributes) as tf.Tensor
}

await openEngine('wasm')
printHeading('kernel')

const [wide, narrow] = [random(100, 28, 28, 6), random(100, 10, 10, 16)]
const [activations, weights] = [random(1000, 128), random(128, 128)]
const [ensemble, biases] = [random(1000, 64, 2), random(1000, 1, 2)]
const twoByTwo = random(1000, 2, 2)
const [six, sixteen] = [random(6), random(16)]
await both('Tanh [100, 28, 28, 6]', () => tf.tanh(wide))
await both('Add [100, 28, 28, 6] + [6]', () => tf.add(wide, six))
await both('Add [100, 10, 10, 16] + [16]', () => tf.add(narrow, sixteen))
await both('Add [1000, 64, 2] + [1000, 1, 2]', () => tf.add(ensemble, biases))
await both('Mean over [100, 28, 28] of 6', () => tf.mean(wide, [0, 1, 2]))
await both('Mean over 1000 of 128', () => tf.mean(activations, 0))
await both('Mean of all [100, 28, 28, 6]', () => tf.mean(wide))
await both('Identity [100, 28, 28, 6]', () => tf.clone(wide))

const pooled = random(100, 14, 14, 6)
const poolAttributes = { filterSize: [2, 2], strides: [2, 2], pad: 'valid' }
await both(
  'AvgPoolGrad [100, 28, 28, 6], 2 × 2',
  kernel(tf.AvgPoolGrad, () => ({ dy: pooled, input: wide }), poolAttributes),
)

const convolutions = [
  { title: '1 → 6, same', inputShape: [100, 28, 28, 1], filter: random(5, 5, 1, 6), dy: wide, pad: 'same' },
  { title: '6 → 16', inputShape: [100, 14, 14, 6], filter: random(5, 5, 6, 16), dy: narrow, pad: 'valid' },
  {
    title: '16 → 120',
    inputShape: [100, 5, 5, 16],
    filter: random(5, 5, 16, 120),
    dy: random(100, 1, 1, 120),
    pad: 'valid',
  },
]
for (const { title, inputShape, filter, dy, pad } of convolutions) {
  const attributes = { strides: [1, 1], pad, dataFormat: 'NHWC', inputShape }
  const inputs = () => ({ dy, filter: fresh(filter) })
  await both(`Conv2DBackpropInput ${title}`, kernel(tf.Conv2DBackpropInput, inputs, attributes))
}

await both('BatchMatMul [1000, 128] × [128, 128]', () => tf.matMul(activations, fresh(weights)))
await both('BatchMatMul [1000, 128] × [128, 128]ᵀ', () => tf.matMul(activations, fresh(weights), false, true))
await both('BatchMatMul [1000, 128]ᵀ × [1000, 128]', () => tf.matMul(activations, fresh(activations), true))

const layerOfPairs = (layer: (x: tf.Tensor, kernel: tf.Tensor, bias: tf.Tensor) => tf.Tensor) => () =>
  tf.grads((x, kernel, bias) => layer(x!, kernel!, bias!))([ensemble, twoByTwo, biases], ensemble)
await compare({
  title: '1000 ReLU layers of [64, 2] and their gradients',
  stock: layerOfPairs((x, kernel, bias) => tf.relu(tf.add(tf.matMul(x, kernel), bias))),
  tuned: layerOfPairs((x, kernel, bias) => denseOfPairs(x, kernel, bias, 0)),
})
const epoch = random(1000, 3000)
await both('Slice [1000, 64] of [1000, 3000]', () => tf.slice(epoch, [0, 640], [1000, 64]))
const forthAndBack = (rectify: (x: tf.Tensor) => tf.Tensor) => () => tf.grad(rectify)(ensemble, ensemble)
await compare({
  title: 'Leaky ReLU of [1000, 64, 2] and its gradient',
  stock: forthAndBack((x) => tf.leakyRelu(x, 0.2)),
  tuned: forthAndBack((x) => leakyRectifier(x, 0.2)),
})

const [gamma, beta] = [random(6), random(6)]
const normaliseByTfjs = (x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor) => {
  const { mean, variance } = tf.moments(x, [0, 1, 2])
  return tf.add(tf.mul(tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, 1e-3))), gamma), beta)
}
const gradientsOf = (normalise: typeof normaliseByTfjs) => () =>
  tf.grads((x, gamma, beta) => normalise(x!, gamma!, beta!))([wide, gamma, beta], wide)
await compare({
  title: 'batch normalisation of [100, 28, 28, 6] and its gradients',
  stock: gradientsOf(normaliseByTfjs),
  tuned: gradientsOf((x, gamma, beta) => batchNormalise(x, gamma, beta, 1e-3).output),
})
