import type { Stream } from '../src/random/stream.ts'

/** Draws the values of one simulated claim, around a mean of 0. */
export type Law = (stream: Stream, count: number) => Float64Array

/** Standard normal. */
export const normal: Law = (stream, count) => stream.fillNormal(new Float64Array(count))

/** Student's t with 3 degrees of freedom: no fourth moment, and one value in fifty beyond 5 standard errors of most samples. */
export const heavyTailed: Law = (stream, count) =>
  Float64Array.from({ length: count }, () => {
    const [a, b, c] = [stream.normal(), stream.normal(), stream.normal()]
    return stream.normal() / Math.sqrt((a * a + b * b + c * c) / 3)
  })

/** Exponential, less its mean of 1: skewness 2. */
export const skewed: Law = (stream, count) =>
  Float64Array.from({ length: count }, () => -Math.log(1 - stream.uniform()) - 1)

/** The same the other way round. */
export const skewedDown: Law = (stream, count) => skewed(stream, count).map((value) => -value)

/** Cauchy: neither mean nor variance; its median is 0. */
export const wild: Law = (stream, count) =>
  Float64Array.from({ length: count }, () => Math.tan(Math.PI * (stream.uniform() - 0.5)))

/** Differences of two arms that share most of their chance, as on common seeds: each arm has the variance 1, correlated by 0.9. */
export const commonSeeds: Law = (stream, count) =>
  Float64Array.from({ length: count }, () => {
    const [shared, own] = [Math.sqrt(0.9), Math.sqrt(0.1)]
    const common = shared * stream.normal()
    return common + own * stream.normal() - (common + own * stream.normal())
  })

/** Values of variance 1 that are correlated with each other by 0.5, as of seeds that are no seeds of their own. */
export const dependent: Law = (stream, count) => {
  const shared = Math.sqrt(0.5) * stream.normal()
  return normal(stream, count).map((value) => shared + Math.sqrt(0.5) * value)
}

/** Values that are nearly all alike: 1 with the chance 0.1, else 0, less their mean. */
export const nearlyConstant: Law = (stream, count) =>
  Float64Array.from({ length: count }, () => (stream.uniform() < 0.1 ? 0.9 : -0.1))
