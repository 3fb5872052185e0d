import { readFileSync } from 'node:fs'
import type { Variant } from '../../../src/experiments/lenet/networks.ts'
import type { Activation } from '../../../src/layers/activation.ts'
import type { Padding } from '../../../src/layers/convolution.ts'
import type { InitialiserName } from '../../../src/layers/initialiser.ts'
import type { LossName } from '../../../src/training/loss.ts'
import type { Scores } from '../../../src/training/metrics.ts'
import type { Network } from '../../../src/training/network.ts'
import type { NetworkParameters, ParameterName } from '../../../src/training/network-parameters.ts'
import type { Sgd } from '../../../src/training/sgd.ts'

/** Values in row-major order with their shape. */
export interface GoldenArray {
  readonly shape: number[]
  readonly values: number[]
}

export interface GoldenAffine {
  readonly x: GoldenArray
  readonly kernel: GoldenArray
  readonly bias: GoldenArray
  readonly y: GoldenArray
}

export interface GoldenNormalisation {
  readonly x: GoldenArray
  readonly gamma: number[]
  readonly beta: number[]
  readonly movingMean: number[]
  readonly movingVariance: number[]
  readonly evaluation: number[]
  readonly training: number[]
  readonly movingMeanAfter: number[]
  readonly movingVarianceAfter: number[]
  readonly evaluationAfter: number[]
  /** the batch's variance by the fused kernel that Keras 2 used for inputs of four axes */
  readonly fusedVariance: number[]
  readonly direction: number[]
  readonly gradients: { readonly x: number[]; readonly gamma: number[]; readonly beta: number[] }
}

export interface GoldenLoss {
  readonly targets: GoldenArray
  readonly outputs: GoldenArray
  readonly loss: number
  readonly gradient: number[]
  readonly accuracy: number
}

export interface GoldenDescent {
  readonly optimizer: Sgd
  readonly parameter: number[]
  readonly steps: readonly { readonly gradient: number[]; readonly parameter: number[] }[]
  readonly velocity: number[] | null
}

export interface GoldenLayers {
  readonly activations: {
    readonly x: GoldenArray
    readonly cases: readonly { readonly title: string; readonly activation: Activation; readonly y: number[] }[]
  }
  readonly dense: GoldenAffine
  readonly convolutions: readonly (GoldenAffine & { readonly padding: Padding })[]
  readonly averagePooling: { readonly x: GoldenArray; readonly size: number; readonly y: GoldenArray }
  readonly flatten: { readonly x: GoldenArray; readonly y: GoldenArray }
  readonly batchNormalisations: readonly GoldenNormalisation[]
  readonly dropouts: readonly { readonly rate: number; readonly x: GoldenArray; readonly y: number[] }[]
  readonly losses: Readonly<
    Record<'mean squared error' | 'softmax cross-entropy' | 'categorical cross-entropy', GoldenLoss>
  >
  readonly descents: readonly GoldenDescent[]
}

export interface GoldenInitialisers {
  readonly probabilities: number[]
  readonly cases: readonly {
    readonly initialiser: InitialiserName
    readonly shape: number[]
    readonly meanSquare: number
    readonly lowest: number
    readonly highest: number
    readonly quantiles: number[]
  }[]
}

/** What a training began with, for a training here to begin with. */
export interface GivenSteps {
  readonly network: Network
  readonly loss: LossName
  readonly optimizer: Sgd
  readonly batchSize: number
  readonly inputs: ArrayLike<number>
  readonly targets: ArrayLike<number>
  /** by the place of the dropout layer, one for each step */
  readonly masks: Readonly<Record<string, readonly ArrayLike<number>[]>>
  readonly firstWeights: NetworkParameters<ArrayLike<number>>
}

/** What Keras's training of one epoch began with, and was evaluated on. */
export interface GivenTraining extends GivenSteps {
  readonly evaluation: { readonly inputs: ArrayLike<number>; readonly targets: ArrayLike<number> }
}

export interface GoldenTraining extends GivenTraining {
  readonly title: string
  readonly masks: Readonly<Record<string, readonly number[][]>>
  readonly weights: NetworkParameters<number[]>
  readonly training: Scores
  readonly evaluation: Scores & { readonly inputs: number[]; readonly targets: number[]; readonly outputs: number[] }
}

/** Trainings on the same examples, which stand once beside what is each one's own. */
interface GoldenTrainingsOnShared extends Pick<GoldenTraining, 'inputs' | 'targets'> {
  readonly evaluation: Pick<GoldenTraining['evaluation'], 'inputs' | 'targets'>
  readonly trainings: readonly (Omit<GoldenTraining, 'inputs' | 'targets' | 'evaluation'> & {
    readonly evaluation: Omit<GoldenTraining['evaluation'], 'inputs' | 'targets'>
  })[]
}

/** What is kept of a parameter. */
export interface GoldenDigest {
  readonly name: ParameterName
  readonly shape: readonly number[]
  /** of the values kept, in row-major order; the sums are over all */
  readonly stride: number
  readonly values: readonly number[]
  readonly sum: number
  readonly sumOfSquares: number
}

/** LeNet-5 after so many steps. */
export interface GoldenLenetTraining {
  readonly steps: number
  readonly training: Scores
  readonly evaluation: Scores
  /** of the unseen examples in evaluation mode: [examples, 10] */
  readonly probabilities: readonly number[]
  /** layer by layer, with the moving statistics */
  readonly parameters: readonly GoldenDigest[]
}

export interface GoldenLenet {
  readonly variant: Variant
  /** with the first weights, of the unseen examples: [examples, 10] */
  readonly evaluationProbabilities: readonly number[]
  /** with the first weights and the masks of the first step, of its batch: [batch, 10] */
  readonly trainingProbabilities: readonly number[]
  readonly trainings: readonly GoldenLenetTraining[]
}

export interface GoldenLenets {
  readonly batchSize: number
  readonly learningRate: number
  /** how many examples there are to train on, and how many more to evaluate */
  readonly seen: number
  readonly unseen: number
  readonly lenets: readonly GoldenLenet[]
}

/** What Keras 3 does, as fixtures/keras/make.py, make_lenet.py and make_eggholder.py wrote it down. */
export const goldenLayers = read<GoldenLayers>('layers')
export const goldenInitialisers = read<GoldenInitialisers>('initialisers')
export const goldenTrainings = read<{ readonly trainings: readonly GoldenTraining[] }>('training').trainings
export const goldenLenets = read<GoldenLenets>('lenet')
export const goldenEggholders = withShared(read<GoldenTrainingsOnShared>('eggholder'))

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../fixtures/keras/${name}.json`, import.meta.url), 'utf8'))
}

function withShared({ inputs, targets, evaluation, trainings }: GoldenTrainingsOnShared): readonly GoldenTraining[] {
  return trainings.map((own) => ({ ...own, inputs, targets, evaluation: { ...evaluation, ...own.evaluation } }))
}
