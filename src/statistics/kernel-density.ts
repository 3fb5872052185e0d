import { quantile } from './quantile.ts'
import { sampleOf } from './sample.ts'

/**
 * Gaussian kernel density: the mean of normal densities, one about each value.
 *
 * @param values - at least one
 * @param bandwidth - their standard deviation, positive
 * @returns the density at a point, in 1 over the unit of the values; it integrates to 1
 * @throws {RangeError} if there is no value, or the bandwidth is not positive
 * @example kernelDensity([0], 1)(0) // 1 / √(2π)
 */
export function kernelDensity(values: ArrayLike<number>, bandwidth: number): (point: number) => number {
  if (values.length === 0) throw new RangeError('a density needs at least 1 value, but there are none')
  if (!(bandwidth > 0)) throw new RangeError(`a bandwidth must be positive, but is ${bandwidth}`)
  const scale = values.length * bandwidth * Math.sqrt(2 * Math.PI)
  return (point) => {
    let sum = 0
    for (let index = 0; index < values.length; index++)
      sum += Math.exp(-(((point - values[index]!) / bandwidth) ** 2) / 2)
    return sum / scale
  }
}

/**
 * Silverman's rule of thumb for a bandwidth: 0.9 · min(standard deviation, interquartile range / 1.34) · n^(−1/5)
 * (Density Estimation for Statistics and Data Analysis, 1986, equation 3.31). Where half of the values are one, the
 * standard deviation alone counts; where all are, it is 0.
 *
 * @param values - at least two finite values
 * @throws {RangeError} if there are fewer, or one is not finite
 */
export function silvermanBandwidth(values: ArrayLike<number>): number {
  const { n, standardDeviation } = sampleOf(values)
  const spread = (quantile(values, 0.75) - quantile(values, 0.25)) / 1.34
  return 0.9 * (spread > 0 ? Math.min(standardDeviation, spread) : standardDeviation) * n ** -0.2
}
