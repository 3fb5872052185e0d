import { describe, expect, test } from 'vitest'
import { randomStream } from '../../src/random/stream.ts'

// Each comparison holds for truly random numbers with probability 1 − alpha at least, by an inequality that is exact for
// every n. The seed is fixed, so that a red comparison is a fault and not chance.
const alpha = 1e-6
const exponent = Math.log(2 / alpha)

/** Massart 1990: the largest distance of an empirical distribution function of n values from the true one. */
const distributionDistance = (n: number) => Math.sqrt(exponent / (2 * n))

/** Bernstein: the distance of a mean of n values from its expectation, for deviations of at most `bound`. */
function meanDistance(n: number, variance: number, bound: number): number {
  const linear = (bound * exponent) / (3 * n)
  return linear + Math.sqrt(linear ** 2 + (2 * variance * exponent) / n)
}

const shareDistance = (n: number, share: number) => meanDistance(n, share * (1 - share), Math.max(share, 1 - share))

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length

describe('neighbouring names give independent streams', () => {
  const runs = Array.from({ length: 10_000 }, (_, run) =>
    randomStream('statistics', 'run', run).fillUniform(new Float64Array(20)),
  )

  test('their first draws are uniform', () => {
    const first = runs.map((draws) => draws[0]!).sort((a, b) => a - b)
    const distances = first.map((value, rank) =>
      Math.max((rank + 1) / first.length - value, value - rank / first.length),
    )
    expect(Math.max(...distances)).toBeLessThan(distributionDistance(first.length))
  })

  test('each is uncorrelated with the next', () => {
    const products = runs.flatMap((draws, run) =>
      run % 2 === 0 ? Array.from(draws, (value, index) => (value - 0.5) * (runs[run + 1]![index]! - 0.5)) : [],
    )
    expect(products.length).toBe(100_000)
    expect(Math.abs(mean(products))).toBeLessThan(meanDistance(products.length, 1 / 144, 1 / 4))
  })
})

test('normal values have mean 0, variance 1 and the normal shares within 1, 2 and 3 standard deviations', () => {
  const n = 200_000
  const values = randomStream('statistics', 'normal').fillNormal(new Float64Array(n))
  // The mean is N(0, 1/n): Chernoff. n times the mean square is χ² with n degrees: Laurent and Massart 2000, lemma 1.
  expect(Math.abs(mean(values))).toBeLessThan(Math.sqrt((2 * exponent) / n))
  const meanSquare = mean(values.map((value) => value ** 2))
  expect(meanSquare).toBeGreaterThan(1 - 2 * Math.sqrt(exponent / n))
  expect(meanSquare).toBeLessThan(1 + 2 * Math.sqrt(exponent / n) + (2 * exponent) / n)
  // erf(k / √2), to 10 digits
  for (const [reach, share] of [0.6826894921, 0.9544997361, 0.9973002039].entries()) {
    const within = mean(values.map((value) => Number(Math.abs(value) < reach + 1)))
    expect(Math.abs(within - share), `share within ${reach + 1}`).toBeLessThan(shareDistance(n, share))
  }
})

test('every order of four values is equally likely', () => {
  const n = 100_000
  const stream = randomStream('statistics', 'orders')
  const counts = new Map<string, number>()
  for (let draw = 0; draw < n; draw++) {
    const order = stream.permutation(4).join()
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(24)
  for (const count of counts.values()) expect(Math.abs(count / n - 1 / 24)).toBeLessThan(shareDistance(n, 1 / 24))
})

test.each([3, 10, 7, 16])('the integers below %i are equally likely', (below) => {
  const n = 100_000
  const stream = randomStream('statistics', 'integers', below)
  const counts = new Array<number>(below).fill(0)
  for (let draw = 0; draw < n; draw++) counts[stream.integer(below)]!++
  for (const count of counts) expect(Math.abs(count / n - 1 / below)).toBeLessThan(shareDistance(n, 1 / below))
})
