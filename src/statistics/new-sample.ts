import chisquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile'
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import type { Sample } from './sample.ts'

/** A ratio of the standard deviations of a new sample and this one, with its probability. */
interface Spread {
  readonly ratio: number
  readonly probability: number
}

/**
 * The chance that a new sample, of normal values with the mean and the spread of this one, has a property. The new mean
 * and the new standard deviation are independent: the property says within which bounds the mean has it, given the
 * standard deviation, and the law of the latter, s²·χ²/(n − 1), is summed over.
 *
 * @param mean - of the population that the new sample is drawn from
 * @param bounds - the interval of means that have the property, for a standard deviation; null if none has
 * @returns accurate to about 1e-9 and to some thousandths of its size
 */
export function chanceOfNewSample(
  sample: Sample,
  mean: number,
  bounds: (standardDeviation: number) => readonly [low: number, high: number] | null,
): number {
  let chance = 0
  for (const { ratio, probability } of spreadsOf(sample.n)) {
    const found = bounds(ratio * sample.standardDeviation)
    if (found === null) continue
    const [low, high] = found
    chance += probability * (cdf((high - mean) / sample.standardError) - cdf((low - mean) / sample.standardError))
  }
  return chance
}

const cdf = (z: number) => normalCdf(z, 0, 1)

/** Cells of equal width in z = Φ⁻¹(u), so that the tails are as finely cut as the middle. */
const [widest, width] = [6.5, 0.05]

const spreads = new Map<number, readonly Spread[]>()

/** For samples of n values; remembered, as the quantiles take their time. */
function spreadsOf(n: number): readonly Spread[] {
  const known = spreads.get(n)
  if (known !== undefined) return known
  const cells = Array.from({ length: Math.round((2 * widest) / width) }, (_, cell): Spread => {
    const middle = -widest + (cell + 0.5) * width
    return {
      ratio: Math.sqrt(chisquareQuantile(cdf(middle), n - 1) / (n - 1)),
      probability: cdf(middle + width / 2) - cdf(middle - width / 2),
    }
  })
  spreads.set(n, cells)
  return cells
}
