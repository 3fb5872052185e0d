import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { NumpyLegacyStream } from '../../src/random/numpy-legacy.ts'
import { ulpDistance } from '../../src/random/ulp-distance.ts'

interface Call {
  readonly method: 'random_sample' | 'uniform' | 'randint' | 'normal' | 'permutation' | 'shuffle'
  readonly arguments: readonly unknown[]
  readonly size?: number | readonly number[]
  readonly values: readonly number[]
}

interface Script {
  readonly title: string
  readonly seed: number
  readonly calls: readonly Call[]
}

const fixture = new URL('../../fixtures/numpy-legacy/golden.json', import.meta.url)
const { scripts }: { scripts: readonly Script[] } = JSON.parse(readFileSync(fixture, 'utf8'))

/** Makes one call of NumPy's on our stream: by the method for one value, or by the one for arrays if it has a size. */
function make(stream: NumpyLegacyStream, { method, arguments: given, size }: Call): ArrayLike<number> {
  const [first, second] = given as [number, number]
  const count = [size ?? 1].flat().reduce((product, length) => product * length)
  const one = size === undefined
  switch (method) {
    case 'random_sample':
      return Array.from({ length: count }, () => stream.randomSample())
    case 'uniform':
      return one ? [stream.uniform(first, second)] : stream.uniforms(count, first, second)
    case 'randint':
      return one ? [stream.randint(first, second)] : stream.randints(count, first, second)
    case 'normal':
      return one ? [stream.normal(first, second)] : stream.normals(count, first, second)
    case 'permutation':
      return stream.permutation(first)
    case 'shuffle': {
      const values = [...(given[0] as readonly number[])]
      stream.shuffle(values)
      return values
    }
  }
}

const sameBits = (drawn: number, expected: number) => Object.is(drawn, expected)
// The logarithms of the two languages are neighbouring doubles at most. A relative difference of 2⁻⁵² is up to 2 ULP:
// so the quotient is within 2 ULP, its root within 2, and the product with the coordinate within 4.
const nearlySame = (drawn: number, expected: number) => ulpDistance(drawn, expected) <= 4

describe("NumPy's legacy stream is replayed, its normals within 4 ULP and all else bit for bit", () => {
  test.each(scripts)('in the $title calls from seed $seed', ({ seed, calls }) => {
    const stream = new NumpyLegacyStream(seed)
    for (const [position, call] of calls.entries()) {
      const drawn = Array.from(make(stream, call))
      const equal = call.method === 'normal' ? nearlySame : sameBits
      const differences = drawn.filter((value, index) => !equal(value, call.values[index] ?? Number.NaN))
      expect(differences, `call ${position}, ${call.method}(${call.arguments})`).toEqual([])
      expect(drawn.length).toBe(call.values.length)
    }
  })

  test('the goldens hold every kind of call and both ends of the seeds', () => {
    const methods = new Set(scripts.flatMap(({ calls }) => calls.map(({ method }) => method)))
    expect([...methods].sort()).toEqual(['normal', 'permutation', 'randint', 'random_sample', 'shuffle', 'uniform'])
    expect(new Set(scripts.map(({ seed }) => seed))).toEqual(
      new Set([0, 1, 2, 3, 42, 624, 5489, 12345, 2147483647, 2147483648, 4294967294, 4294967295]),
    )
    expect(scripts.flatMap(({ calls }) => calls).length).toBe(12 * 17 + 2 * 15 + 2 * 3 + 2 * 15 + 3 * 7)
  })
})
