import * as tf from '@tensorflow/tfjs'
import { sizeOf } from '../layers/fans.ts'
import { type Network, shapesOf } from './network.ts'
import type { Batch } from './network-gradients.ts'
import type { RunsAxis } from './network-tensors.ts'

/** Inputs with what a net should make of them, on the host. */
export interface Examples {
  /** [examples, …input of the net] float32 */
  readonly inputs: Float32Array
  /** [examples, units of the output] float32: values, or 1 for the class and 0 for all others */
  readonly targets: Float32Array
}

/** The order in which each net takes its rows: one for each run, each of all places from 0. */
export type Orders = readonly Int32Array[]

/**
 * Rows that stay on the engine, from which batches are gathered there. An ensemble has one set for each net, or one
 * set that all its nets share.
 */
export class ResidentRows {
  /** rows of a set */
  readonly count: number
  readonly #rows: tf.Tensor
  readonly #runs: RunsAxis
  readonly #stride: number

  /**
   * @param sets - one, or as many as there are runs
   * @param shape - of one row
   * @throws {RangeError} if the sets are not as many, differ in size, are empty or do not divide into rows
   */
  constructor(sets: readonly Float32Array[], shape: readonly number[], runs: RunsAxis) {
    this.count = rowCount(sets, shape, runs)
    this.#runs = runs
    this.#stride = sets.length === 1 ? 0 : this.count
    this.#rows = tf.tensor(concatenate(sets), [sets.length * this.count, ...shape])
  }

  /** Puts the places `from` to `from` + `size` − 1 of each order on the engine, for `gather`. */
  places(orders: Orders, from: number, size: number): tf.Tensor {
    const places = new Int32Array(orders.length * size)
    for (const [run, order] of orders.entries()) {
      for (let place = 0; place < size; place++) places[run * size + place] = run * this.#stride + order[from + place]!
    }
    return tf.tensor(places, [...this.#runs, size, 1], 'int32')
  }

  /**
   * The rows at these places, in a tensor [(runs,) size, …shape]. On wasm gatherND copies whole rows and was ten times
   * faster than gather, which copies value by value.
   */
  gather(places: tf.Tensor): tf.Tensor {
    return tf.gatherND(this.#rows, places)
  }

  dispose(): void {
    this.#rows.dispose()
  }
}

/** Inputs and targets that stay on the engine. */
export class ResidentExamples {
  readonly #inputs: ResidentRows
  readonly #targets: ResidentRows

  /**
   * @param sets - one, or as many as there are runs
   * @throws {RangeError} if they fit neither each other nor the net
   */
  constructor(network: Network, sets: readonly Examples[], runs: RunsAxis) {
    const shapes = shapesOf(network)
    const inputs = sets.map((set) => set.inputs)
    const targets = sets.map((set) => set.targets)
    const counts = [rowCount(inputs, shapes[0]!, runs), rowCount(targets, shapes.at(-1)!, runs)]
    if (counts[0] !== counts[1]) throw new RangeError(`${counts[0]} inputs have ${counts[1]} targets`)
    this.#inputs = new ResidentRows(inputs, shapes[0]!, runs)
    this.#targets = new ResidentRows(targets, shapes.at(-1)!, runs)
  }

  /** examples that each net sees */
  get count(): number {
    return this.#inputs.count
  }

  /** The examples at the places `from` to `from` + `size` − 1 of each order. */
  batch(orders: Orders, from: number, size: number): Batch {
    const places = this.#inputs.places(orders, from, size)
    return { inputs: this.#inputs.gather(places), targets: this.#targets.gather(places) }
  }

  /**
   * Copies all examples in these orders, for an epoch. To look up each batch by itself would jump all over an ensemble's
   * examples, which no cache holds: for 1000 nets with 3000 points it took as long as half of the matrix products.
   */
  arrange(orders: Orders): ArrangedExamples {
    const places = this.#inputs.places(orders, 0, this.count)
    const [inputs, targets] = [this.#inputs, this.#targets].map((rows) => rows.gather(places))
    places.dispose()
    return new ArrangedExamples(inputs!, targets!, places.rank - 2)
  }

  dispose(): void {
    this.#inputs.dispose()
    this.#targets.dispose()
  }
}

/** Examples in the order of an epoch, on the engine: a batch is what stands side by side. */
export class ArrangedExamples {
  readonly #inputs: tf.Tensor
  readonly #targets: tf.Tensor
  readonly #axis: number

  /**
   * @param inputs - [(runs,) count, …input of the net], is disposed with this
   * @param targets - [(runs,) count, units of the output], is disposed with this
   * @param axis - that of the examples
   */
  constructor(inputs: tf.Tensor, targets: tf.Tensor, axis: number) {
    this.#inputs = inputs
    this.#targets = targets
    this.#axis = axis
  }

  /** The examples at the places `from` to `from` + `size` − 1 of each run. */
  batch(from: number, size: number): Batch {
    return { inputs: this.#cut(this.#inputs, from, size), targets: this.#cut(this.#targets, from, size) }
  }

  /** Each run as one row, since wasm copies row by row. */
  #cut(rows: tf.Tensor, from: number, size: number): tf.Tensor {
    const [runs, shape] = [rows.shape.slice(0, this.#axis), rows.shape.slice(this.#axis + 1)]
    const length = sizeOf(shape)
    const flat = tf.reshape(rows, [...runs, rows.shape[this.#axis]! * length])
    const cut = tf.slice(flat, [...runs.map(() => 0), from * length], [...runs, size * length])
    return tf.reshape(cut, [...runs, size, ...shape])
  }

  dispose(): void {
    this.#inputs.dispose()
    this.#targets.dispose()
  }
}

/** The places of rows as they stand, for each run. */
export function inOrder(count: number, runs: RunsAxis): Orders {
  const order = Int32Array.from({ length: count }, (_, index) => index)
  return Array.from({ length: runs[0] ?? 1 }, () => order)
}

/**
 * The rows of each set.
 *
 * @param sets - one, or as many as there are runs
 * @param shape - of one row
 * @throws {RangeError} if the sets are not as many, differ in size, are empty or do not divide into rows
 */
export function rowCount(sets: readonly Float32Array[], shape: readonly number[], runs: RunsAxis): number {
  const sizes = sets.map(({ length }) => length)
  const count = (sizes[0] ?? 0) / sizeOf(shape)
  const even = sizes.every((size) => size === sizes[0]) && Number.isInteger(count) && count > 0
  if (even && (sets.length === 1 || sets.length === runs[0])) return count
  const kinds = [...new Set(sizes)].join(' and ')
  throw new RangeError(`${sets.length} sets of ${kinds} values cannot be rows of [${shape}] for ${runs[0] ?? 1} runs`)
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  if (parts.length === 1) return parts[0]!
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let next = 0
  for (const part of parts) {
    whole.set(part, next)
    next += part.length
  }
  return whole
}
