import { expect, test } from 'vitest'
import { propertySeed } from '../../src/random/property-seed.ts'

test('each property under each master seed has a 32-bit seed of its own', () => {
  const seeds = ['a', 'b', 'c'].flatMap((name) => ['', '!'].map((end) => propertySeed(`seed${end}`, name)))
  expect(new Set(seeds).size).toBe(seeds.length)
  expect(seeds).toEqual([...Int32Array.from(seeds)])
  expect(propertySeed('seed', 'a')).toBe(seeds[0])
})
