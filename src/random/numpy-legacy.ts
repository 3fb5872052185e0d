import { checkNormal, widthOf } from './distribution-parameters.ts'
import { fisherYates, type Reorderable, randomPermutation } from './fisher-yates.ts'
import { MersenneTwister } from './mersenne-twister.ts'
import { PolarNormals } from './polar-normals.ts'

/**
 * The stream of NumPy's legacy generator, `numpy.random.RandomState(seed)`, which is also what `numpy.random.seed`
 * and the functions of `numpy.random` use. NumPy has frozen it, so it is the same for every version.
 *
 * Uniforms, integers, permutations and shuffles equal NumPy's bit for bit. Standard normals lie within 4 ULP of
 * NumPy's, because Math.log and the C library's logarithm differ in the last bit of some arguments; a mean that
 * cancels a normal to nearly 0 leaves the same absolute error in more ULP.
 *
 * An array of NumPy's is drawn in row-major order: `uniform(0, 1, size=(20, 2))` is `uniforms(40)`. Some
 * mistakes that NumPy lets pass are refused: an empty or reversed interval of uniforms, a permutation of fewer than 0.
 *
 * @see numpy/random/mtrand.pyx, numpy/random/src/legacy/legacy-distributions.c
 * @example new NumpyLegacyStream(3).uniform() // 0.5507979025745755
 */
export class NumpyLegacyStream {
  readonly #twister: MersenneTwister
  readonly #normals: PolarNormals

  /**
   * @param seed - an integer of 0 to 2³² − 1
   * @throws {RangeError} if the seed is anything else
   */
  constructor(seed: number) {
    const twister = new MersenneTwister(seed)
    this.#twister = twister
    this.#normals = new PolarNormals(() => twister.double())
  }

  /** `random_sample()`: a double of [0, 1), a multiple of 2⁻⁵³. */
  randomSample(): number {
    return this.#twister.double()
  }

  /**
   * `uniform(low, high)`: low + (high − low) · a double of [0, 1). As in NumPy, rounding can give `high` itself.
   *
   * @throws {RangeError} if a bound or the width is not finite, or high ≤ low
   */
  uniform(low = 0, high = 1): number {
    return low + widthOf(low, high) * this.#twister.double()
  }

  /** `uniform(low, high, size=count)`, float64. */
  uniforms(count: number, low = 0, high = 1): Float64Array<ArrayBuffer> {
    return filled(count, () => this.uniform(low, high))
  }

  /**
   * `randint(low, high)` with NumPy's default dtype on Linux, int64: an integer of [low, high). Words are masked to
   * the bits of the largest value and drawn again while they exceed it; a range of one value draws no word.
   *
   * @param low - a safe integer
   * @param high - a safe integer, at most 2³² above low (NumPy draws wider ranges from pairs of words)
   * @throws {RangeError} if a bound is not a safe integer, high ≤ low, or high − low > 2³²
   */
  randint(low: number, high: number): number {
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || high <= low || high - low > 0x100000000) {
      throw new RangeError(
        `randint needs integers low < high at most 2³² apart, but the range is [${low}, ${high}): correct its bounds, ` +
          'or join two narrower draws',
      )
    }
    const largest = high - low - 1
    if (largest === 0) return low
    const mask = 0xffffffff >>> Math.clz32(largest)
    let offset: number
    do {
      offset = (this.#twister.uint32() & mask) >>> 0
    } while (offset > largest)
    return low + offset
  }

  /** `randint(low, high, size=count)`: integers, held exactly in float64. */
  randints(count: number, low: number, high: number): Float64Array<ArrayBuffer> {
    return filled(count, () => this.randint(low, high))
  }

  /**
   * `normal(mean, standardDeviation)`, by the polar method. The second normal of a pair is kept for the next call,
   * across draws of other kinds.
   *
   * @throws {RangeError} if the mean is not finite, or the standard deviation is negative or not finite
   */
  normal(mean = 0, standardDeviation = 1): number {
    checkNormal(mean, standardDeviation)
    return mean + standardDeviation * this.#normals.next()
  }

  /** `normal(mean, standardDeviation, size=count)`, float64. */
  normals(count: number, mean = 0, standardDeviation = 1): Float64Array<ArrayBuffer> {
    return filled(count, () => this.normal(mean, standardDeviation))
  }

  /**
   * `permutation(count)`: the integers 0 to count − 1 in a random order.
   *
   * @throws {RangeError} if count is not an integer of 0 to 2³¹ − 1
   */
  permutation(count: number): Int32Array<ArrayBuffer> {
    return randomPermutation(count, (bound) => this.randint(0, bound))
  }

  /** `shuffle(values)`: puts the values in a random order, in place. */
  shuffle<T>(values: Reorderable<T>): void {
    fisherYates(values, (bound) => this.randint(0, bound))
  }
}

function filled(count: number, draw: () => number): Float64Array<ArrayBuffer> {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`a count of draws is ${count}: give an integer of at least 0`)
  }
  return Float64Array.from({ length: count }, draw)
}
