import type { LossName } from './loss.ts'
import type { Scores } from './metrics.ts'
import { largestTensorOf, netsAtOnce } from './nets-at-once.ts'
import type { Network } from './network.ts'
import { batches, evaluateStacked, largestEvaluationBatch, predictStacked } from './network-evaluate.ts'
import type { Weights } from './network-parameters.ts'
import type { ProgressListener } from './progress.ts'
import { type Trained, type TrainingConfiguration, type TrainingOptions, trainStacked } from './train.ts'
import type { Start } from './train-draws.ts'
import { type Examples, rowCount } from './train-examples.ts'

/*
 * An ensemble is many nets of one shape that are trained side by side, as tensors with an axis of runs: a thousand tiny
 * nets cost little more operations than one. Each has its own weights, orders and masks, and its own examples if
 * wanted, and none sees another: net r ends as it would alone. Its layers are dense, batch normalisation and dropout.
 * It may have no nets at all, as after a filter that none passed. One that is too large for the engine is cut into parts,
 * which come one after the other.
 */

/** One set of examples for each net, in the order of the nets, or one that all share. */
export type Shared<T> = T | readonly T[]

/**
 * Trains an ensemble, see `train`.
 *
 * @param examples - all sets are of one size
 * @param starts - one for each net
 * @returns the nets in the order of the starts
 * @throws {RangeError} if the net has a layer that ensembles have not, or the parts do not fit together
 * @example await trainEnsemble(configuration, examples, runs.map((run) => startFrom(network, stream.stream('run', run))))
 */
export function trainEnsemble(
  configuration: TrainingConfiguration,
  examples: Shared<Examples>,
  starts: readonly Start[],
  { validation, progress }: TrainingOptions<Shared<Examples>> = {},
): Promise<Trained[]> {
  const { network, batchSize } = configuration
  check(network)
  const seen = listOf(examples)
  const unseen = validation === undefined ? undefined : listOf(validation)
  const sets = [seen, ...(unseen === undefined ? [] : [unseen])].map(inputsOf)
  return inParts(partsOf(network, starts.length, sets, batchSize), (part) =>
    trainStacked(
      configuration,
      cut(seen, part),
      starts.slice(part.from, part.to),
      [part.to - part.from],
      unseen && cut(unseen, part),
      progress && progressOfPart(progress, part, starts.length),
    ),
  )
}

/** The loss of each net, and its accuracy if they are classifiers, in evaluation mode. */
export function evaluateEnsemble(
  network: Network,
  loss: LossName,
  members: readonly Weights[],
  examples: Shared<Examples>,
): Promise<Scores[]> {
  check(network)
  const sets = listOf(examples)
  return inParts(partsOf(network, members.length, [inputsOf(sets)]), (part) =>
    evaluateStacked(network, loss, members.slice(part.from, part.to), cut(sets, part), [part.to - part.from]),
  )
}

/**
 * What each net makes of inputs, in evaluation mode.
 *
 * @param inputs - [count, …input of the net] float32
 * @returns for each net [count, units of the output] float32
 */
export function predictEnsemble(
  network: Network,
  members: readonly Weights[],
  inputs: Shared<Float32Array>,
): Promise<Float32Array[]> {
  check(network)
  const sets = inputs instanceof Float32Array ? [inputs] : inputs
  return inParts(partsOf(network, members.length, [sets]), (part) =>
    predictStacked(network, members.slice(part.from, part.to), cut(sets, part), [part.to - part.from]),
  )
}

/** The nets `from` to `to` − 1 of an ensemble. */
interface Part {
  readonly from: number
  readonly to: number
}

/**
 * As few parts as the engine can take.
 *
 * @param sets - the inputs that the nets see, those of each kind
 * @throws {RangeError} if these do not fit the nets
 */
function partsOf(
  network: Network,
  nets: number,
  sets: readonly (readonly Float32Array[])[],
  batchSize = largestEvaluationBatch,
): readonly Part[] {
  if (nets === 0) return [{ from: 0, to: 0 }]
  const examples = Math.max(...sets.map((inputs) => rowCount(inputs, network.input, [nets])))
  const atOnce = netsAtOnce(largestTensorOf(network, examples, Math.max(batchSize, largestEvaluationBatch)))
  return batches(nets, Math.min(nets, atOnce)).map(([from, size]) => ({ from, to: from + size }))
}

async function inParts<T>(parts: readonly Part[], work: (part: Part) => Promise<T[]>): Promise<T[]> {
  const results: T[] = []
  for (const part of parts) results.push(...(await work(part)))
  return results
}

/** The sets of a part, or the one that all nets share. */
function cut<T>(sets: readonly T[], { from, to }: Part): readonly T[] {
  return sets.length === 1 ? sets : sets.slice(from, to)
}

/** Tells of the whole ensemble what a part tells of itself: parts before it took as long as it does. */
function progressOfPart(listener: ProgressListener, { from, to }: Part, nets: number): ProgressListener {
  return ({ share: ofPart, seconds: sincePart, secondsLeft: leftOfPart, ...epochs }) => {
    const pace = (sincePart + leftOfPart) / (to - from)
    const share = (from + ofPart * (to - from)) / nets
    listener({ ...epochs, share, seconds: pace * nets * share, secondsLeft: pace * nets * (1 - share) })
  }
}

function inputsOf(sets: readonly Examples[]): readonly Float32Array[] {
  return sets.map(({ inputs }) => inputs)
}

function listOf<T extends object>(shared: Shared<T>): readonly T[] {
  return Array.isArray(shared) ? shared : [shared as T]
}

function check({ input, layers }: Network): void {
  const foreign = layers.find(({ kind }) => !['dense', 'batch normalisation', 'dropout'].includes(kind))
  if (foreign !== undefined || input.length !== 1) {
    throw new RangeError(
      `an ensemble has dense nets only, not one of [${input}] with ${foreign?.kind ?? 'such inputs'}`,
    )
  }
}
