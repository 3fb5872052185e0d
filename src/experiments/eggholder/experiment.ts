import { randomStream, type Stream } from '../../random/stream.ts'
import { announceProgress } from '../../training/announce-progress.ts'
import { engineKey } from '../../training/engine-key.ts'
import { evaluateEnsemble, trainEnsemble } from '../../training/ensemble.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import type { Weights } from '../../training/network-parameters.ts'
import type { RunRequest } from '../../training/run-store.ts'
import { sourceDigest } from '../../training/source-digest.ts'
import { startFrom } from '../../training/train-draws.ts'
import { type EggholderNet, eggholderNetwork } from './networks.ts'
import { drawnSplit, notebookSizes, notebookSplit, type Split } from './points.ts'
import { type ScaledSplit, scaledSplit } from './scaled-split.ts'

const sources = sourceDigest(import.meta.url)

/** How nets are trained, whichever they are. */
export interface EggholderTraining {
  /** the notebook's points, the same for every repetition, or points that are drawn anew for each */
  readonly points: 'the notebook’s' | 'drawn'
  readonly trainingPoints: number
  readonly testPoints: number
  readonly epochs: number
  readonly batchSize: number
  readonly learningRate: number
  /** of Nesterov */
  readonly momentum: number
}

/** Trainings of one net: its repetitions from the first on. */
export interface EggholderConfiguration extends EggholderNet, EggholderTraining {
  readonly firstRepetition: number
  readonly repetitions: number
}

const descent = { learningRate: 0.01, momentum: 0.9 } as const
const { training: trainingPoints, test: testPoints } = notebookSizes

const quick = { points: 'drawn', trainingPoints: 10_000, testPoints: 2500, batchSize: 125, ...descent } as const

/**
 * The notebook's training; at quick scale with as many steps an epoch on an eighth of the points, in batches of an eighth, and
 * few epochs: what a step learns depends on its batch little, and what it costs a lot.
 */
export const assignment = {
  quick: { ...quick, epochs: 40 },
  full: { points: 'drawn', trainingPoints, testPoints, epochs: 2000, batchSize: 1000, ...descent },
} as const satisfies Record<string, EggholderTraining>

/** A net after its training. Errors are mean squares of standardised targets; those of a net that diverged are not finite. */
export interface TrainedEggholder {
  readonly weights: Weights
  /** over the batches of each epoch, each before its step: what Keras prints, [epochs] */
  readonly trainingLosses: Float64Array
  /** on the test points after each epoch, in evaluation mode, [epochs] */
  readonly testErrors: Float64Array
  /** on the training points after the last epoch, in evaluation mode as those of the test */
  readonly trainingError: number
  /** standard deviation of the training targets: what a standardised residual is multiplied by */
  readonly targetDeviation: number
}

/** Nets that train side by side: enough to keep the engine busy, few enough that two workers share the work. */
const ensembleSize = 16

/** A net and its trainings. */
export interface TrainedNet {
  readonly net: EggholderNet
  readonly repetitions: readonly TrainedEggholder[]
}

/**
 * Trains each of several nets several times, once for all specs that ask. One repetition of all nets has the same points.
 *
 * @returns the nets in their order
 */
export async function trainNets(
  nets: readonly EggholderNet[],
  training: EggholderTraining,
  repetitions: number,
  laboratory: Laboratory,
): Promise<TrainedNet[]> {
  const engine = await engineKey(laboratory)
  const requests = nets.map(({ hidden, normalised }) =>
    requestsOf({ hidden, normalised, ...training }, repetitions, laboratory.seed, engine),
  )
  const trained = await laboratory.store.runAll(requests.flat())
  return requests.map(({ length }, index) => ({ net: nets[index]!, repetitions: trained.splice(0, length).flat() }))
}

/** One request for each ensemble. */
function requestsOf(
  net: EggholderNet & EggholderTraining,
  repetitions: number,
  seed: string,
  engine: string,
): RunRequest<TrainedEggholder[]>[] {
  return Array.from({ length: Math.ceil(repetitions / ensembleSize) }, (_, ensemble) => {
    const firstRepetition = ensemble * ensembleSize
    const configuration = {
      ...net,
      firstRepetition,
      repetitions: Math.min(ensembleSize, repetitions - firstRepetition),
    }
    return {
      key: { experiment: `eggholder ${nameOf(net)}`, sources, configuration, seed, engine },
      train: () => trainRepetitions(configuration, seed),
    }
  })
}

/** '128-32 with BatchNorm': the widths of the hidden layers, from the input on. */
export function nameOf({ hidden, normalised }: EggholderNet): string {
  return `${hidden.join('-')}${normalised ? ' with BatchNorm' : ''}`
}

/** Trains the repetitions side by side. */
export async function trainRepetitions(
  { firstRepetition, repetitions, ...configuration }: EggholderConfiguration,
  seed: string,
): Promise<TrainedEggholder[]> {
  const { epochs, batchSize, learningRate, momentum } = configuration
  const network = eggholderNetwork(configuration)
  const streams = Array.from({ length: repetitions }, (_, index) => repetitionStream(seed, firstRepetition + index))
  const splits = streams.map((stream) => splitOf(configuration, stream))
  const examples = splits.map(({ train }) => train)
  const loss = 'mean squared error' as const
  const optimizer = { learningRate, momentum, nesterov: true }
  const trained = await trainEnsemble(
    { network, loss, optimizer, epochs, batchSize },
    examples,
    streams.map((stream) => startFrom(network, stream.stream('training'))),
    {
      validation: splits.map(({ test }) => test),
      progress: announceProgress(`Eggholder, ${repetitions} times ${nameOf(configuration)}`),
    },
  )
  const weights = trained.map((net) => net.weights)
  const errors = await evaluateEnsemble(network, loss, weights, examples)
  return trained.map(({ weights, history }, index) => ({
    weights,
    trainingLosses: Float64Array.from(history, ({ training }) => training.loss),
    testErrors: Float64Array.from(history, ({ validation }) => validation!.loss),
    trainingError: errors[index]!.loss,
    targetDeviation: splits[index]!.targets.deviation[0]!,
  }))
}

/** What a repetition draws comes from here, whichever net it trains. */
export function repetitionStream(seed: string, repetition: number): Stream {
  return randomStream(seed, 'eggholder', 'repetition', repetition)
}

/** The points of a repetition, as they are drawn. */
export function pointsOf({ points, trainingPoints, testPoints }: EggholderTraining, stream: Stream): Split {
  return points === 'drawn' ? drawnSplit(stream.stream('points'), trainingPoints, testPoints) : notebookSplit()
}

/** The points of a repetition, standardised. */
export function splitOf(training: EggholderTraining, stream: Stream): ScaledSplit {
  const { points, trainingPoints, testPoints } = training
  if (points !== 'drawn' && (trainingPoints !== notebookSizes.training || testPoints !== notebookSizes.test)) {
    throw new RangeError(
      `the notebook's points are ${notebookSizes.training} and ${notebookSizes.test}, not ${trainingPoints} and ${testPoints}`,
    )
  }
  return scaledSplit(pointsOf(training, stream))
}
