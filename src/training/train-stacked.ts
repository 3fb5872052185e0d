import * as tf from '@tensorflow/tfjs'
import { sizeOf } from '../layers/fans.ts'
import { type Scores, Tally } from './metrics.ts'
import { shapesOf } from './network.ts'
import { batches, evaluateResident } from './network-evaluate.ts'
import { entriesOf, type Weights } from './network-parameters.ts'
import type { Masks, NetworkTensors } from './network-pass.ts'
import { downloadWeights, type RunsAxis, stackWeights, uploadWeights } from './network-tensors.ts'
import type { Draws, Start } from './train-draws.ts'
import { type ArrangedExamples, type Examples, ResidentExamples } from './train-examples.ts'
import { firstState, type Objective, parametersOf, type TrainingState, trainingStep } from './train-step.ts'

/**
 * One net in training, or nets of one shape side by side. Everything is on the engine until it is read; whoever makes
 * a StackedTraining disposes it.
 */
export class StackedTraining {
  readonly #objective: Objective
  readonly #runs: RunsAxis
  readonly #draws: readonly Draws[]
  readonly #examples: ResidentExamples
  readonly #steps: readonly (readonly [from: number, size: number])[]
  readonly #shapes: readonly (readonly number[])[]
  #state: TrainingState

  /**
   * @param batchSize - examples a step; the last step of an epoch takes those that are left
   * @param examples - one set, or as many as there are runs
   * @param starts - one, or as many as there are runs
   * @throws {RangeError} if these do not fit together
   */
  constructor(
    objective: Objective,
    batchSize: number,
    examples: readonly Examples[],
    starts: readonly Start[],
    runs: RunsAxis,
  ) {
    const { network } = objective
    const stacked = stackWeights(
      network,
      starts.map(({ weights }) => weights),
    )
    this.#objective = objective
    this.#runs = runs
    this.#shapes = shapesOf(network)
    this.#draws = starts.map(({ draws }) => draws())
    this.#examples = new ResidentExamples(network, examples, runs)
    this.#steps = batches(this.#examples.count, batchSize)
    this.#state = firstState(objective, uploadWeights(network, stacked, runs))
  }

  get stepsPerEpoch(): number {
    return this.#steps.length
  }

  /**
   * Trains for one epoch.
   *
   * @param epoch - counted from 0
   * @param afterStep - is awaited after each step
   * @returns the scores of each net, over the epoch's batches
   */
  async epoch(epoch: number, afterStep: () => Promise<void> | void): Promise<Scores[]> {
    const tally = new Tally()
    const examples = this.#examples.arrange(this.#draws.map((draws) => draws.order(epoch, this.#examples.count)))
    try {
      for (const [from, size] of this.#steps) {
        this.#step(examples, from, size, tally)
        await afterStep()
      }
      return await tally.read()
    } finally {
      tally.dispose()
      examples.dispose()
    }
  }

  /** The scores of each net in evaluation mode. */
  evaluate(examples: ResidentExamples): Promise<Scores[]> {
    const { network, loss } = this.#objective
    return evaluateResident(network, loss, this.parameters, examples, this.#runs)
  }

  /** The parameters on the engine; the next step disposes them. */
  get parameters(): NetworkTensors {
    return parametersOf(this.#state)
  }

  /** Reads the weights of each net. */
  weights(): Promise<Weights[]> {
    return downloadWeights(this.parameters, this.#runs)
  }

  dispose(): void {
    this.#examples.dispose()
    this.#moveTo([])
  }

  #step(examples: ArrangedExamples, from: number, size: number, tally: Tally): void {
    tf.tidy(() => {
      const batch = examples.batch(from, size)
      const { state, scores } = trainingStep(this.#objective, this.#state, batch, this.#masks(size))
      tally.add(scores.loss, scores.correct, size)
      this.#moveTo(state)
    })
  }

  /** The state outlives every scope: its tensors are kept, and disposed when the next state comes. */
  #moveTo(state: TrainingState): void {
    for (const tensor of tensorsOf(state)) tf.keep(tensor)
    for (const tensor of tensorsOf(this.#state)) tensor.dispose()
    this.#state = state
  }

  #masks(batch: number): Masks {
    const { network } = this.#objective
    const masks = new Map<number, tf.Tensor>()
    for (const [index, layer] of network.layers.entries()) {
      if (layer.kind !== 'dropout') continue
      const shape = [batch, ...this.#shapes[index]!]
      const size = sizeOf(shape)
      const mask = new Float32Array(this.#draws.length * size)
      for (const [run, draws] of this.#draws.entries()) mask.set(draws.mask(index, layer.rate, size), run * size)
      masks.set(index, tf.tensor(mask, [...this.#runs, ...shape]))
    }
    return masks
  }
}

function tensorsOf(state: TrainingState): tf.Tensor[] {
  return entriesOf(state).flatMap(({ value: { parameter, velocity } }) =>
    velocity ? [parameter, velocity] : [parameter],
  )
}
