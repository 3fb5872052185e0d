import { lenet, type Variant } from '../../src/experiments/lenet/networks.ts'
import { randomStream } from '../../src/random/stream.ts'
import { trainEnsemble } from '../../src/training/ensemble.ts'
import type { Layer, Network } from '../../src/training/network.ts'
import { type TrainingConfiguration, train } from '../../src/training/train.ts'
import { startFrom } from '../../src/training/train-draws.ts'
import type { Part, Work } from '../work.ts'
import { trainByTfLayers } from './stock.ts'

const stream = randomStream('bench', 'data')
const nesterov = { learningRate: 0.01, momentum: 0.9, nesterov: true }
const plainDescent = { learningRate: 0.01, momentum: 0, nesterov: false }

function training(
  network: Network,
  loss: TrainingConfiguration['loss'],
  rest: Partial<TrainingConfiguration>,
): TrainingConfiguration {
  return { network, loss, optimizer: nesterov, epochs: 1, batchSize: 100, ...rest }
}

const lenetSteps = 30

const lenetPart =
  (variant: Variant): Part =>
  () => {
    const count = 100 * lenetSteps
    const targets = new Float32Array(10 * count)
    for (let image = 0; image < count; image++) targets[10 * image + (image % 10)] = 1
    const examples = { inputs: stream.fillNormal(new Float32Array(28 * 28 * count)), targets }
    const network = lenet(variant)
    const start = startFrom(network, stream.stream('lenet', variant))
    const configuration = training(network, 'softmax cross-entropy', { optimizer: plainDescent })
    return {
      own: () => train(configuration, examples, start),
      stock: { train: () => trainByTfLayers(configuration, examples), shareOfWork: 1 },
    }
  }

/** A net for regression in the plane; with batch normalisation in the deeper ones, as the notebook has it. */
function eggholderWork(units: readonly number[]): Work {
  const layers = units.flatMap((width): Layer[] => [
    { kind: 'dense', units: width, activation: 'relu' },
    ...(units.length > 1 ? [{ kind: 'batch normalisation' } as const] : []),
  ])
  const part: Part = () => {
    const network: Network = { input: [2], layers: [...layers, { kind: 'dense', units: 1 }] }
    const examples = {
      inputs: stream.fillNormal(new Float32Array(160_000)),
      targets: stream.fillNormal(new Float32Array(80_000)),
    }
    const start = startFrom(network, stream.stream('eggholder', ...units))
    const configuration = training(network, 'mean squared error', { batchSize: 1000 })
    return {
      own: () => train(configuration, examples, start),
      stock: { train: () => trainByTfLayers(configuration, examples), shareOfWork: 1 },
    }
  }
  return {
    key: `eggholder ${units.join(' ')}`,
    name: `Eggholder [${units}], an epoch of 80 batches of 1000`,
    unit: 'epoch',
    units: 1,
    parts: [part],
  }
}

const reluPart: Part = () => {
  const runs = 1000
  const hidden = Array.from({ length: 10 }, (): Layer => ({ kind: 'dense', units: 2, activation: 'relu' }))
  const network: Network = { input: [1], layers: [...hidden, { kind: 'dense', units: 1 }] }
  const examples = Array.from({ length: runs }, () => {
    const inputs = stream.fillUniform(new Float32Array(3000), -Math.sqrt(7), Math.sqrt(7))
    return { inputs, targets: inputs.map(Math.abs) }
  })
  const starts = examples.map((_, run) => startFrom(network, stream.stream('relu', run)))
  const configuration = training(network, 'mean squared error', { batchSize: 64, epochs: 2 })
  return {
    own: () => trainEnsemble(configuration, examples, starts),
    // tfjs's layers have no axis of runs: a net at a time.
    stock: { train: () => trainByTfLayers(configuration, examples[0]!), shareOfWork: 1 / runs },
  }
}

export const works: readonly Work[] = [
  {
    key: 'lenet',
    name: 'LeNet-5 with BatchNorm, a step of 100 images',
    unit: 'step',
    units: lenetSteps,
    parts: [lenetPart('batch normalisation')],
  },
  {
    key: 'lenet variants',
    name: `LeNet-5 plain, with BatchNorm, with Dropout and with both, ${lenetSteps} steps of 100 images each`,
    unit: 'four trainings',
    units: 1,
    parts: (['both', 'batch normalisation', 'dropout', 'plain'] as const).map(lenetPart),
  },
  eggholderWork([16]),
  eggholderWork([512]),
  eggholderWork([128, 16]),
  eggholderWork([256, 128]),
  eggholderWork([128, 128, 64]),
  {
    key: 'relu',
    name: '1000 independent ReLU nets of width 2 and ten hidden layers, 2 epochs of 3000 points',
    unit: '1000 runs',
    units: 1,
    parts: [reluPart],
  },
]
