const words = 624
const shift = 397

/**
 * The 32-bit Mersenne Twister MT19937, seeded by one integer with Knuth's recurrence.
 *
 * @see M. Matsumoto and T. Nishimura, Mersenne Twister, ACM Transactions on Modeling and Computer Simulation 8 (1998)
 */
export class MersenneTwister {
  readonly #state = new Int32Array(words)
  #position = words

  /**
   * @param seed - an integer of 0 to 2³² − 1
   * @throws {RangeError} if the seed is anything else
   */
  constructor(seed: number) {
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
      throw new RangeError(`a Mersenne Twister seed is ${seed}: give an integer of 0 to 4294967295`)
    }
    const state = this.#state
    state[0] = seed
    for (let index = 1; index < words; index++) {
      const previous = state[index - 1]!
      state[index] = Math.imul(1812433253, previous ^ (previous >>> 30)) + index
    }
  }

  /** The next 32 bits, as an integer of 0 to 2³² − 1. */
  uint32(): number {
    if (this.#position === words) this.#twist()
    let bits = this.#state[this.#position++]!
    bits ^= bits >>> 11
    bits ^= (bits << 7) & 0x9d2c5680
    bits ^= (bits << 15) & 0xefc60000
    bits ^= bits >>> 18
    return bits >>> 0
  }

  /** The next double of [0, 1), a multiple of 2⁻⁵³: 27 bits of one word above 26 bits of the next. */
  double(): number {
    const high = this.uint32() >>> 5
    const low = this.uint32() >>> 6
    return (high * 0x4000000 + low) / 0x20000000000000
  }

  #twist(): void {
    const state = this.#state
    for (let index = 0; index < words; index++) {
      const joined = (state[index]! & 0x80000000) | (state[(index + 1) % words]! & 0x7fffffff)
      state[index] = state[(index + shift) % words]! ^ (joined >>> 1) ^ (-(joined & 1) & 0x9908b0df)
    }
    this.#position = 0
  }
}
