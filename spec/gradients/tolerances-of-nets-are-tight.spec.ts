import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertySeed } from '../../src/random/property-seed.ts'
import { readSwitches } from '../../src/switches.ts'
import type { DrawnNet } from './drawn-net.ts'
import {
  deepNetCases,
  drawDeepNets,
  drawEggholderNets,
  drawLenets,
  drawReluNets,
  eggholderCases,
  lenetCases,
  reluNetCases,
} from './net-cases.ts'
import { errorsOf } from './net-gradient.ts'
import { product } from './twin/field.ts'
import { valuesOfTwin } from './whole-nets.ts'

const { seed } = readSwitches(process.env)

/** The shares of themselves by which gradients may be off that are not zero. */
function allowedShares(net: DrawnNet): number[] {
  const exact = valuesOfTwin(net)
  return errorsOf(net, exact)
    .map(({ name, allowed }) => ({ allowed, size: Math.sqrt(product(exact.get(name)!, exact.get(name)!)) }))
    .filter(({ size }) => size > 0)
    .map(({ allowed, size }) => allowed / size)
}

const sample = <Case>(what: string, arbitrary: fc.Arbitrary<Case>, numRuns: number) =>
  fc.sample(arbitrary, { numRuns, seed: propertySeed(seed, `tolerances of ${what}`) })

const drawn: readonly (readonly [what: string, nets: () => DrawnNet[]])[] = [
  ['ReLU nets', () => sample('ReLU nets', reluNetCases, 40).flatMap(drawReluNets)],
  ['deep nets', () => sample('deep nets', deepNetCases, 40).flatMap(drawDeepNets)],
  ['Eggholder nets', () => sample('Eggholder nets', eggholderCases, 40).flatMap(drawEggholderNets)],
  ['LeNet-5, plain', () => sample('LeNet-5', lenetCases('plain'), 2).flatMap(drawLenets)],
  // Batches of four: of two, batch normalisation makes 1 and −1, and its gradient is a difference that nearly vanishes.
  [
    'LeNet-5, both',
    () => sample('both', lenetCases('both'), 2).flatMap((given) => drawLenets({ ...given, examples: 4 })),
  ],
]

describe('what rounding is allowed', { timeout: 60_000 }, () => {
  test.each(drawn)('is less than a hundredth for nine in ten gradients of %s', (_what, nets) => {
    const shares = nets().flatMap(allowedShares)
    expect(shares.filter((share) => share < 0.01).length / shares.length).toBeGreaterThan(0.9)
  })
})
