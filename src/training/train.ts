import { setImmediate as otherTasks } from 'node:timers/promises'
import type { Scores } from './metrics.ts'
import { shapesOf } from './network.ts'
import type { Weights } from './network-parameters.ts'
import type { RunsAxis } from './network-tensors.ts'
import { type ProgressListener, ProgressReport } from './progress.ts'
import type { Start } from './train-draws.ts'
import { type Examples, ResidentExamples } from './train-examples.ts'
import { StackedTraining } from './train-stacked.ts'
import type { Objective } from './train-step.ts'

/** A training as plain data, which a run store can take for a configuration. */
export interface TrainingConfiguration extends Objective {
  readonly epochs: number
  /** examples a step; the last step of an epoch takes those that are left */
  readonly batchSize: number
}

/** What a training may have besides, of each net or shared as the examples are. */
export interface TrainingOptions<E> {
  /** is evaluated after each epoch */
  readonly validation?: E
  /** hears of each finished epoch, and within long ones of each second */
  readonly progress?: ProgressListener
}

/** How a net did in one epoch. */
export interface EpochScores {
  /** over the epoch's batches, each in training mode and before its step: what Keras prints as it trains */
  readonly training: Scores
  /** on the validation examples after the epoch, in evaluation mode; null if there are none */
  readonly validation: Scores | null
}

/** A trained net. One that diverged has weights and losses that are not finite. */
export interface Trained {
  readonly weights: Weights
  readonly history: readonly EpochScores[]
}

/**
 * Trains one net. The examples stay on the engine, and an epoch reads nothing back from it but its scores. From the
 * same configuration, examples and start the engines wasm and cpu give the same bits each time, each its own.
 *
 * @throws {RangeError} if the configuration, the examples and the start do not fit together
 * @example await train(configuration, examples, startFrom(configuration.network, stream))
 */
export async function train(
  configuration: TrainingConfiguration,
  examples: Examples,
  start: Start,
  { validation, progress }: TrainingOptions<Examples> = {},
): Promise<Trained> {
  return (await trainStacked(configuration, [examples], [start], [], validation && [validation], progress))[0]!
}

/**
 * Trains nets of one shape side by side, or one without the axis of runs; of no starts come no nets.
 *
 * @param examples - one set, or as many as there are runs; so too the validation
 * @param starts - one, or as many as there are runs
 */
export async function trainStacked(
  configuration: TrainingConfiguration,
  examples: readonly Examples[],
  starts: readonly Start[],
  runs: RunsAxis,
  validation: readonly Examples[] | undefined,
  progress: ProgressListener = () => {},
): Promise<Trained[]> {
  check(configuration)
  if (starts.length === 0) return []
  const { network, epochs, batchSize } = configuration
  const histories = starts.map((): EpochScores[] => [])
  let training: StackedTraining | undefined
  let unseen: ResidentExamples | undefined
  try {
    training = new StackedTraining(configuration, batchSize, examples, starts, runs)
    unseen = validation && new ResidentExamples(network, validation, runs)
    const report = new ProgressReport(epochs, training.stepsPerEpoch, progress)
    for (let epoch = 0; epoch < epochs; epoch++) {
      const seen = await training.epoch(epoch, async () => {
        // An engine in this process leaves no gap between steps in which timers and messages could be served.
        if (report.step()) await otherTasks()
      })
      const validated = unseen && (await training.evaluate(unseen))
      for (const [run, history] of histories.entries()) {
        history.push({ training: seen[run]!, validation: validated?.[run] ?? null })
      }
    }
    const weights = await training.weights()
    return histories.map((history, run) => ({ weights: weights[run]!, history }))
  } finally {
    training?.dispose()
    unseen?.dispose()
  }
}

function check({ network, epochs, batchSize, optimizer }: TrainingConfiguration): void {
  shapesOf(network)
  const { learningRate, momentum } = optimizer
  if (!Number.isInteger(epochs) || epochs < 0) throw new RangeError(`a net cannot be trained for ${epochs} epochs`)
  if (!Number.isInteger(batchSize) || batchSize < 1) throw new RangeError(`a batch cannot have ${batchSize} examples`)
  if (!(learningRate > 0 && learningRate < Number.POSITIVE_INFINITY && momentum >= 0 && momentum < 1)) {
    throw new RangeError(`a net cannot descend by the learning rate ${learningRate} and the momentum ${momentum}`)
  }
}
