import fc from 'fast-check'
import { randomStream } from '../../../src/random/stream.ts'
import type { Layer } from '../../../src/training/network.ts'
import type { TrainingConfiguration } from '../../../src/training/train.ts'
import type { Examples } from '../../../src/training/train-examples.ts'

/** Any small training of a net that ensembles can have. */
export interface SmallTraining {
  readonly configuration: TrainingConfiguration
  readonly count: number
  readonly seed: string
}

const activation = fc.oneof(
  fc.constantFrom('linear' as const, 'relu' as const, 'sigmoid' as const, 'tanh' as const),
  fc.record({ leakyRelu: fc.constantFrom(0.01, 0.2, 0.3) }),
)

const hiddenLayer: fc.Arbitrary<Layer> = fc.oneof(
  fc.record({
    kind: fc.constant('dense' as const),
    units: fc.integer({ min: 1, max: 5 }),
    activation,
    initialiser: fc.constantFrom('glorot uniform' as const, 'he normal' as const, 'he uniform' as const),
  }),
  fc.constant({ kind: 'batch normalisation' as const }),
  fc.record({ kind: fc.constant('dropout' as const), rate: fc.constantFrom(0.2, 0.5) }),
)

export const smallTraining: fc.Arbitrary<SmallTraining> = fc
  .record({
    inputs: fc.integer({ min: 1, max: 3 }),
    hidden: fc.array(hiddenLayer, { maxLength: 4 }),
    outputs: fc.integer({ min: 1, max: 3 }),
    loss: fc.constantFrom('mean squared error' as const, 'softmax cross-entropy' as const),
    optimizer: fc.record({
      learningRate: fc.constantFrom(0.01, 0.1),
      momentum: fc.constantFrom(0, 0.9),
      nesterov: fc.boolean(),
    }),
    epochs: fc.integer({ min: 0, max: 2 }),
    batchSize: fc.integer({ min: 1, max: 8 }),
    count: fc.integer({ min: 1, max: 20 }),
    seed: fc.string({ minLength: 1 }),
  })
  .map(({ inputs, hidden, outputs, count, seed, ...training }) => ({
    configuration: {
      ...training,
      network: { input: [inputs], layers: [...hidden, { kind: 'dense' as const, units: outputs }] },
    },
    count,
    seed,
  }))

/** Examples of a run: normal inputs, and normal targets or one-hot classes. */
export function examplesFor({ configuration, count, seed }: SmallTraining, run: number): Examples {
  const stream = randomStream(seed, 'examples', run)
  const { network, loss } = configuration
  const outputs = (network.layers.at(-1) as { units: number }).units
  const targets = stream.fillNormal(new Float32Array(count * outputs))
  if (loss === 'softmax cross-entropy') {
    targets.fill(0)
    for (let row = 0; row < count; row++) targets[row * outputs + stream.integer(outputs)] = 1
  }
  return { inputs: stream.fillNormal(new Float32Array(count * network.input[0]!)), targets }
}
