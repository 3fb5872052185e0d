import * as tf from '@tensorflow/tfjs'

/** How a net does on a set of examples. */
export interface Scores {
  /** averaged over the examples */
  readonly loss: number
  /** the share of examples classified right; null if the net is no classifier */
  readonly accuracy: number | null
}

/**
 * How many examples have their largest output where the target is largest; of equal outputs the first counts. Keras's
 * categorical_accuracy is this divided by the batch.
 *
 * @param targets - [(runs,) batch, classes] float32
 * @param outputs - of the same shape, logits or probabilities
 * @returns [] or [runs] float32
 */
export function correctCount(targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor {
  return tf.sum(tf.cast(tf.equal(tf.argMax(outputs, -1), tf.argMax(targets, -1)), 'float32'), -1)
}

/**
 * Adds up the scores of batches on the engine, for each net. As in Keras each batch counts by its
 * size, and the sum is float32.
 */
export class Tally {
  #loss: tf.Tensor | null = null
  #correct: tf.Tensor | null = null
  #examples = 0

  /**
   * Takes a batch in; disposes nothing that it is given.
   *
   * @param loss - [] or [runs], averaged over the batch
   * @param correct - [] or [runs], or null if the net is no classifier
   * @param examples - how many the batch has
   */
  add(loss: tf.Tensor, correct: tf.Tensor | null, examples: number): void {
    this.#examples += examples
    this.#loss = replace(this.#loss, () => tf.mul(loss, examples))
    if (correct !== null) this.#correct = replace(this.#correct, () => tf.clone(correct))
  }

  /** The scores of each net so far. */
  async read(): Promise<Scores[]> {
    const [loss, correct] = await Promise.all([this.#loss?.data(), this.#correct?.data()])
    return Array.from(loss ?? [], (sum, run) => ({
      loss: sum / this.#examples,
      accuracy: correct === undefined ? null : correct[run]! / this.#examples,
    }))
  }

  dispose(): void {
    this.#loss?.dispose()
    this.#correct?.dispose()
  }
}

/** The sum outlives the scope of the caller: the tally disposes it. */
function replace(sum: tf.Tensor | null, addend: () => tf.Tensor): tf.Tensor {
  const next = tf.keep(tf.tidy(() => (sum === null ? addend() : tf.add(sum, addend()))))
  sum?.dispose()
  return next
}
