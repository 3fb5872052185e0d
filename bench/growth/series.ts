import { lenet } from '../../src/experiments/lenet/networks.ts'
import { randomStream } from '../../src/random/stream.ts'
import { trainEnsemble } from '../../src/training/ensemble.ts'
import type { Layer, Network } from '../../src/training/network.ts'
import { type TrainingConfiguration, train } from '../../src/training/train.ts'
import { startFrom } from '../../src/training/train-draws.ts'
import type { Part, Work } from '../work.ts'

/** One size that grows while everything else stays. */
export interface Series {
  readonly name: string
  /** what is counted along the axis */
  readonly axis: string
  readonly sizes: readonly number[]
  /** what the cost is for, by size: what would be constant if time grew as the size does */
  readonly unit: string
  unitsOf(size: number): number
  partsOf(size: number): readonly Part[]
  /** how many processes share the parts; one by default */
  processesOf?(size: number): number
}

const stream = randomStream('bench', 'growth')
const optimizer = { learningRate: 0.01, momentum: 0.9, nesterov: true }

/** An epoch of examples through a net, of one run or of many. */
function epoch(network: Network, examples: number, batchSize: number, runs?: number): Part {
  return () => {
    const features = network.input[0]!
    const draw = () => ({
      inputs: stream.fillNormal(new Float32Array(features * examples)),
      targets: stream.fillNormal(new Float32Array(examples)),
    })
    const configuration: TrainingConfiguration = {
      network,
      loss: 'mean squared error',
      optimizer,
      epochs: 1,
      batchSize,
    }
    const start = (run: number) => startFrom(network, stream.stream('start', run))
    if (runs === undefined) {
      const [data, first] = [draw(), start(0)]
      return onlyOwn(() => train(configuration, data, first))
    }
    const data = Array.from({ length: runs }, draw)
    const starts = data.map((_, run) => start(run))
    return onlyOwn(() => trainEnsemble(configuration, data, starts))
  }
}

function onlyOwn(own: () => Promise<unknown>) {
  const none = () => Promise.reject(new Error("no curve is drawn of tfjs's own layers"))
  return { own, stock: { train: none, shareOfWork: 1 } }
}

function denseNet(input: number, units: readonly number[], normalised: boolean): Network {
  const hidden = units.flatMap((width): Layer[] => [
    { kind: 'dense', units: width, activation: 'relu' },
    ...(normalised ? [{ kind: 'batch normalisation' } as const] : []),
  ])
  return { input: [input], layers: [...hidden, { kind: 'dense', units: 1 }] }
}

const lenetSteps: Part = () => {
  const [network, count] = [lenet('batch normalisation'), 1000]
  const targets = new Float32Array(10 * count)
  for (let image = 0; image < count; image++) targets[10 * image + (image % 10)] = 1
  const examples = { inputs: stream.fillNormal(new Float32Array(28 * 28 * count)), targets }
  const start = startFrom(network, stream.stream('lenet'))
  const loss = 'softmax cross-entropy'
  return onlyOwn(() => train({ network, loss, optimizer, epochs: 1, batchSize: 100 }, examples, start))
}

/** Sizes from 1 or more to as far as the homework goes, and beyond. */
export const series: readonly Series[] = [
  {
    name: 'Runs of an ensemble: ReLU nets of width 2 and ten hidden layers, 10 steps of 64 points',
    axis: 'runs',
    sizes: [1, 3, 10, 30, 100, 300, 1000, 3000],
    unit: 'step of a run',
    unitsOf: (runs) => 10 * runs,
    partsOf: (runs) => [epoch(denseNet(1, Array(10).fill(2), false), 640, 64, runs)],
  },
  {
    name: 'Batch: a net [128, 128] with BatchNorm in the plane, 16,000 points',
    axis: 'points in a batch',
    sizes: [10, 30, 100, 300, 1000, 4000, 16_000],
    unit: 'point',
    unitsOf: () => 16_000,
    partsOf: (batch) => [epoch(denseNet(2, [128, 128], true), 16_000, batch)],
  },
  {
    name: 'Width: two hidden layers with BatchNorm in the plane, 10 steps of 1000 points',
    axis: 'units in a layer',
    sizes: [4, 8, 16, 32, 64, 128, 256, 512, 1024],
    unit: 'step and weight',
    unitsOf: (width) => 10 * (width * width + 4 * width),
    partsOf: (width) => [epoch(denseNet(2, [width, width], true), 10_000, 1000)],
  },
  {
    name: 'Depth: hidden layers of 32 units with BatchNorm in the plane, 10 steps of 1000 points',
    axis: 'hidden layers',
    sizes: [1, 2, 4, 8, 16, 32, 64],
    unit: 'step and hidden layer',
    unitsOf: (depth) => 10 * depth,
    partsOf: (depth) => [epoch(denseNet(2, Array(depth).fill(32), true), 10_000, 1000)],
  },
  {
    name: 'Processes: twelve trainings of LeNet-5 with BatchNorm, 10 steps of 100 images each',
    axis: 'processes',
    sizes: [1, 2, 3, 4, 6],
    unit: 'training',
    unitsOf: () => 12,
    partsOf: () => Array(12).fill(lenetSteps),
    processesOf: (processes) => processes,
  },
]

/** A size of a series as a work, whose processes find it by its key. */
export function workOf(one: Series, size: number): Work {
  const parts = one.partsOf(size)
  return { key: `${one.axis} ${size}`, name: one.name, unit: one.unit, units: one.unitsOf(size), parts }
}
