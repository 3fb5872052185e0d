import { createHash } from 'node:crypto'
import seedrandom from 'seedrandom'
import { HomeworkError } from '../homework-error.ts'
import { checkNormal, widthOf } from './distribution-parameters.ts'
import { fisherYates, type Reorderable, randomPermutation } from './fisher-yates.ts'
import { PolarNormals } from './polar-normals.ts'

/**
 * A named stream of random numbers. Its numbers depend on the master seed, its name and the draws made from it so
 * far, and on nothing else. All but the normals are the same bits on every platform; normals may differ in the last
 * bits between JavaScript engines, by Math.log.
 */
export interface Stream {
  /**
   * A double of [low, high), by default of [0, 1), from 53 random bits. A value that rounding lifts to `high` is
   * drawn again.
   *
   * @throws {RangeError} if a bound or the width is not finite, or high ≤ low
   */
  uniform(low?: number, high?: number): number

  /**
   * An integer of 0 to below − 1, each with exactly the same probability.
   *
   * @param below - an integer of 1 to 2³²
   * @throws {RangeError} if `below` is anything else
   */
  integer(below: number): number

  /**
   * A normal value, by default of mean 0 and standard deviation 1.
   *
   * @throws {RangeError} if the mean is not finite, or the standard deviation is negative or not finite
   */
  normal(mean?: number, standardDeviation?: number): number

  /**
   * The integers 0 to count − 1, int32, every order equally likely.
   *
   * @throws {RangeError} if count is not an integer of 0 to 2³¹ − 1
   */
  permutation(count: number): Int32Array<ArrayBuffer>

  /** Puts the values in a random order, in place, every order equally likely. */
  shuffle<T>(values: Reorderable<T>): void

  /**
   * Fills the array with uniform values and returns it. A Float32Array holds [low, high) with both bounds rounded to
   * float32; a double that float32 rounds up to `high` is drawn again, so that no value reaches it.
   *
   * @throws {RangeError} if a bound or the width is not finite, or high ≤ low once rounded
   */
  fillUniform<A extends FloatArray>(target: A, low?: number, high?: number): A

  /** Fills the array with normal values, rounded to its type, and returns it. Refuses what `normal` refuses. */
  fillNormal<A extends FloatArray>(target: A, mean?: number, standardDeviation?: number): A

  /**
   * The stream of a longer name: `randomStream(seed, 'data').stream('noise', 3)` is
   * `randomStream(seed, 'data', 'noise', 3)`. What was drawn from this stream makes no difference.
   *
   * @throws {RangeError} for a path that `randomStream` refuses
   */
  stream(...path: readonly NamePart[]): Stream
}

/** One part of a stream's name: a non-empty string, or a finite number (the same as its decimal string). */
export type NamePart = string | number

export type FloatArray = Float32Array | Float64Array

/**
 * The stream of random numbers with this name. Streams are independent of each other and of the order in which they
 * are made; the parts of a name are kept apart: ('a', 'b') is not ('a/b').
 *
 * The generator is seedrandom's xor4096 (R. P. Brent's xorgens, period (2⁴⁰⁹⁶ − 1) · 2³²), seeded by the SHA-256
 * of the whole name, so that names which differ in one character give unrelated states.
 *
 * @param masterSeed - any non-empty string
 * @throws {HomeworkError} if the master seed is empty
 * @throws {RangeError} if the path is empty, or a part of it is an empty string or a number that is not finite
 * @example randomStream('homework', 'dying ReLU', 'run', 17).uniform(-1, 1)
 */
export function randomStream(masterSeed: string, ...path: readonly NamePart[]): Stream {
  if (masterSeed === '') {
    throw new HomeworkError(
      'The master seed is an empty string: set HOMEWORK_SEED to any other text, or unset it to use the default seed.',
    )
  }
  checkPath(path)
  return new NamedStream(masterSeed, path)
}

class NamedStream implements Stream {
  readonly #masterSeed: string
  readonly #path: readonly NamePart[]
  readonly #generator: seedrandom.PRNG
  readonly #normals: PolarNormals

  constructor(masterSeed: string, path: readonly NamePart[]) {
    this.#masterSeed = masterSeed
    this.#path = path
    const generator = seedrandom.xor4096(digestOf(masterSeed, path))
    this.#generator = generator
    this.#normals = new PolarNormals(generator.double)
  }

  uniform(low = 0, high = 1): number {
    const width = widthOf(low, high)
    let value: number
    do {
      value = low + width * this.#generator.double()
    } while (value >= high)
    return value
  }

  integer(below: number): number {
    if (!Number.isInteger(below) || below < 1 || below > 0x100000000) {
      throw new RangeError(`an integer is drawn below ${below}: give an integer of 1 to 4294967296`)
    }
    if (below === 1) return 0
    // Keeping just the bits that the largest value has, and drawing again above it, leaves no bias.
    const spareBits = Math.clz32(below - 1)
    let value: number
    do {
      value = this.#generator.int32() >>> spareBits
    } while (value >= below)
    return value
  }

  normal(mean = 0, standardDeviation = 1): number {
    checkNormal(mean, standardDeviation)
    return mean + standardDeviation * this.#normals.next()
  }

  permutation(count: number): Int32Array<ArrayBuffer> {
    return randomPermutation(count, (bound) => this.integer(bound))
  }

  shuffle<T>(values: Reorderable<T>): void {
    fisherYates(values, (bound) => this.integer(bound))
  }

  fillUniform<A extends FloatArray>(target: A, low = 0, high = 1): A {
    const isFloat32 = target.BYTES_PER_ELEMENT === Float32Array.BYTES_PER_ELEMENT
    const from = isFloat32 ? Math.fround(low) : low
    const to = isFloat32 ? Math.fround(high) : high
    const width = widthOf(from, to)
    for (let index = 0; index < target.length; index++) {
      do {
        target[index] = from + width * this.#generator.double()
      } while (target[index]! >= to)
    }
    return target
  }

  fillNormal<A extends FloatArray>(target: A, mean = 0, standardDeviation = 1): A {
    checkNormal(mean, standardDeviation)
    for (let index = 0; index < target.length; index++) {
      target[index] = mean + standardDeviation * this.#normals.next()
    }
    return target
  }

  stream(...path: readonly NamePart[]): Stream {
    checkPath(path)
    return new NamedStream(this.#masterSeed, [...this.#path, ...path])
  }
}

function checkPath(path: readonly NamePart[]): void {
  if (path.length > 0 && path.every((part) => (typeof part === 'number' ? Number.isFinite(part) : part !== ''))) return
  throw new RangeError(
    `a random stream is named by at least one part, each a non-empty string or a finite number, but its path is ` +
      `[${path.map((part) => (typeof part === 'string' ? JSON.stringify(part) : part)).join(', ')}]: ` +
      'name what its numbers are for',
  )
}

/** The hexadecimal SHA-256 of the whole name. JSON keeps the parts apart, whatever characters they hold. */
function digestOf(masterSeed: string, path: readonly NamePart[]): string {
  return createHash('sha256')
    .update(JSON.stringify([masterSeed, ...path.map(String)]))
    .digest('hex')
}
