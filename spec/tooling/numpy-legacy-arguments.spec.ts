import { describe, expect, test } from 'vitest'
import { MersenneTwister } from '../../src/random/mersenne-twister.ts'
import { NumpyLegacyStream } from '../../src/random/numpy-legacy.ts'

describe("the legacy stream refuses what is outside NumPy's stream", () => {
  test.each([-1, 0.5, 2 ** 32, Number.NaN, Number.POSITIVE_INFINITY])('the seed %s is refused', (seed) => {
    expect(() => new NumpyLegacyStream(seed)).toThrow(
      new RangeError(`a Mersenne Twister seed is ${seed}: give an integer of 0 to 4294967295`),
    )
  })

  test.each([
    [1, 1],
    [1, 0],
    [Number.NaN, 1],
    [0, Number.POSITIVE_INFINITY],
    [-1e308, 1e308],
  ])('uniforms of [%s, %s) are refused', (low, high) => {
    const named = `the interval is [${low}, ${high}): swap or move its bounds`
    expect(() => new NumpyLegacyStream(0).uniform(low, high)).toThrow(RangeError)
    expect(() => new NumpyLegacyStream(0).uniform(low, high)).toThrow(named)
  })

  test.each([
    [0, 0],
    [5, 4],
    [0, 1.5],
    [0.5, 3],
    [0, 2 ** 32 + 1],
    [0, 2 ** 53],
    [Number.NaN, 4],
  ])('integers of [%s, %s) are refused', (low, high) => {
    const named = `the range is [${low}, ${high}): correct its bounds, or join two narrower draws`
    expect(() => new NumpyLegacyStream(0).randint(low, high)).toThrow(RangeError)
    expect(() => new NumpyLegacyStream(0).randint(low, high)).toThrow(named)
  })

  test.each([
    [0, -1],
    [Number.NaN, 1],
    [0, Number.NaN],
    [Number.POSITIVE_INFINITY, 1],
    [0, Number.POSITIVE_INFINITY],
  ])('normals of mean %s and standard deviation %s are refused', (mean, standardDeviation) => {
    const named = `they are ${mean} and ${standardDeviation}: correct the one at fault`
    expect(() => new NumpyLegacyStream(0).normal(mean, standardDeviation)).toThrow(RangeError)
    expect(() => new NumpyLegacyStream(0).normal(mean, standardDeviation)).toThrow(named)
  })

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('a count of %s draws is refused', (count) => {
    const stream = new NumpyLegacyStream(0)
    for (const draw of [() => stream.uniforms(count), () => stream.normals(count), () => stream.randints(count, 0, 2)])
      expect(draw).toThrow(new RangeError(`a count of draws is ${count}: give an integer of at least 0`))
    expect(() => stream.permutation(count)).toThrow(RangeError)
    expect(() => stream.permutation(count)).toThrow(`but it is ${count}: give an integer of 0 to 2³¹ − 1`)
  })

  test('a refused call draws nothing', () => {
    const [disturbed, undisturbed] = [new NumpyLegacyStream(3), new NumpyLegacyStream(3)]
    expect(() => disturbed.uniform(1, 0)).toThrow(RangeError)
    expect(() => disturbed.randint(1, 0)).toThrow(RangeError)
    expect(() => disturbed.normal(0, -1)).toThrow(RangeError)
    expect(disturbed.randomSample()).toBe(undisturbed.randomSample())
  })
})

test('the 10,000th word from seed 5489 is the one that the C++ standard requires of mt19937', () => {
  // ISO/IEC 14882, [rand.predef]
  const twister = new MersenneTwister(5489)
  for (let word = 1; word < 10_000; word++) twister.uint32()
  expect(twister.uint32()).toBe(4123659995)
})
