import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertySeed } from '../../src/random/property-seed.ts'
import { readSwitches } from '../../src/switches.ts'

const { seed } = readSwitches(process.env)
const count = 2000

/** What some cases are, and the share that the arbitrary has of them by its definition. */
export type Edges<Case> = readonly (readonly [edge: string, share: number, is: (value: Case) => boolean])[]

/**
 * Tests that the cases of an arbitrary are what they should be as often as they should. fast-check prefers the bounds of a
 * range, so edges are more frequent than their share; a share of p is below p − 6·√(p / count) with a probability under
 * 1e-8. A share so small that this would ask for nothing is refused.
 */
export function covers<Case>(what: string, arbitrary: fc.Arbitrary<Case>, edges: Edges<Case>): void {
  describe(`cases of ${what}`, () => {
    const cases = fc.sample(arbitrary, { numRuns: count, seed: propertySeed(seed, what) })
    test.each(edges)('%s in a share of %f', (_edge, share, is) => {
      const least = share - 6 * Math.sqrt(share / count)
      expect(least).toBeGreaterThan(0)
      expect(cases.filter(is).length / count).toBeGreaterThan(least)
    })
  })
}
