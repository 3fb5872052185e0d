import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomStream } from '../../src/random/stream.ts'
import { ulpDistance } from '../../src/random/ulp-distance.ts'

const named = (...path: (string | number)[]) => randomStream('draws', ...path)

describe('uniform values lie in [low, high)', () => {
  test('for any bounds, in doubles and in float32', () => {
    const bound = fc.double({ min: -1e30, max: 1e30, noNaN: true })
    const interval = fc.tuple(bound, bound).filter(([low, high]) => Math.fround(low) < Math.fround(high))
    fc.assert(
      fc.property(interval, fc.nat(), ([low, high], run) => {
        const stream = named('interval', run)
        const doubles = [stream.uniform(low, high), ...stream.fillUniform(new Float64Array(5), low, high)]
        expect(doubles.every((value) => value >= low && value < high)).toBe(true)
        const singles = stream.fillUniform(new Float32Array(5), low, high)
        expect(singles.every((value) => value >= Math.fround(low) && value < Math.fround(high))).toBe(true)
      }),
      { seed: 1 },
    )
  })

  test('even where half of the draws round up to high', () => {
    const stream = named('neighbours')
    const single = 1 + 2 ** -23
    for (let draw = 0; draw < 50; draw++) expect(stream.uniform(1, 1 + Number.EPSILON)).toBe(1)
    expect(new Set(stream.fillUniform(new Float64Array(50), 1, 1 + Number.EPSILON))).toEqual(new Set([1]))
    expect(new Set(stream.fillUniform(new Float32Array(50), 1, single))).toEqual(new Set([1]))
    for (const low of [1, 1 - 1e-9]) {
      expect(() => stream.fillUniform(new Float32Array(1), low, 1 + 1e-9)).toThrow('the interval is [1, 1)')
    }
  })
})

describe('an array is filled with the numbers that single draws give', () => {
  test('in float64 they are the same doubles, in float32 those doubles rounded', () => {
    const single = <T>(draw: () => T) => Array.from({ length: 9 }, draw)
    const [uniform, normal] = [named('fill'), named('fill')]
    const uniforms = single(() => uniform.uniform(-2, 3))
    const normals = single(() => normal.normal(1, 2))
    expect([...named('fill').fillUniform(new Float64Array(9), -2, 3)]).toEqual(uniforms)
    expect([...named('fill').fillUniform(new Float32Array(9), -2, 3)]).toEqual(uniforms.map(Math.fround))
    expect([...named('fill').fillNormal(new Float64Array(9), 1, 2)]).toEqual(normals)
    expect([...named('fill').fillNormal(new Float32Array(9), 1, 2)]).toEqual(normals.map(Math.fround))
  })

  test('and the stream goes on as after them', () => {
    const [filled, drawn] = [named('fill'), named('fill')]
    filled.fillUniform(new Float64Array(9))
    filled.fillNormal(new Float64Array(9))
    for (let draw = 0; draw < 9; draw++) drawn.uniform()
    for (let draw = 0; draw < 9; draw++) drawn.normal()
    expect(filled.normal()).toBe(drawn.normal())
  })
})

test('a permutation holds each of its integers once and is the shuffle of them in order', () => {
  fc.assert(
    fc.property(fc.nat({ max: 300 }), fc.nat(), (count, run) => {
      const inOrder = Array.from({ length: count }, (_, index) => index)
      const permutation = named('permutation', run).permutation(count)
      expect([...permutation].sort((a, b) => a - b)).toEqual(inOrder)
      named('permutation', run).shuffle(inOrder)
      expect([...permutation]).toEqual(inOrder)
    }),
    { seed: 1 },
  )
})

test.each([
  ['an integer is drawn below 0', () => named('x').integer(0)],
  ['an integer is drawn below 2.5', () => named('x').integer(2.5)],
  ['an integer is drawn below 4294967297', () => named('x').integer(2 ** 32 + 1)],
  ['they are NaN and 1', () => named('x').normal(Number.NaN, 1)],
  ['they are 0 and -1', () => named('x').fillNormal(new Float32Array(1), 0, -1)],
  ['the interval is [2, 2)', () => named('x').uniform(2, 2)],
  ['but it is -1', () => named('x').permutation(-1)],
  ['but it is 1099511627776', () => named('x').permutation(2 ** 40)],
])('a bad argument is named: %s', (message, draw) => {
  expect(draw).toThrow(RangeError)
  expect(draw).toThrow(message)
})

test('seedrandom 3.0.5 and SHA-256 give these numbers', () => {
  // A Python version of xorgens and of these draws, written apart from this one, gives the same.
  const stream = randomStream('golden', 'a', 'b', 0)
  expect([stream.uniform(), stream.uniform(-3, 3), stream.integer(1000), stream.integer(2 ** 32)]).toEqual([
    0.7315129195172754, -0.5788264511086596, 136, 2155755293,
  ])
  expect(stream.integer(1)).toBe(0)
  expect([...stream.permutation(8)]).toEqual([0, 6, 3, 5, 2, 7, 1, 4])
  expect([...stream.fillUniform(new Float32Array(2))]).toEqual([0.8301957249641418, 0.6631481647491455])
  // Engines' logarithms may differ by 1 ULP, which is up to 4 ULP of the normal.
  for (const expected of [-0.5322920788147281, 0.6982927836157257, -0.012862640100339075]) {
    expect(ulpDistance(stream.normal(), expected)).toBeLessThanOrEqual(4)
  }
})
