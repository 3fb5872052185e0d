import { sizeOf } from '../../../src/layers/fans.ts'
import type { Tolerance } from '../../../src/tolerances.ts'
import { entriesOf, type Weights } from '../../../src/training/network-parameters.ts'
import { differences, largest } from './differences.ts'
import type { GivenTraining, GoldenDigest } from './golden.ts'
import { toleranceOf } from './replay.ts'

/** How large what is compared with a digest is. */
export interface DigestSizes {
  readonly value: number
  readonly sum: number
  readonly sumOfSquares: number
}

/**
 * Where trained weights differ from what was kept of Keras's: a line for each value and each sum. The errors of the values
 * are of either sign, so they add up like a random walk; that of a square is twice the value times as large.
 */
export function weightDigestDifferences(
  weights: Weights,
  given: GivenTraining,
  digests: readonly GoldenDigest[],
): string[] {
  const sizesOf = ({ shape, values }: GoldenDigest) => {
    const size = largest(values)
    const sum = Math.sqrt(sizeOf(shape)) * Math.max(size, 1)
    return { value: size, sum, sumOfSquares: 2 * size * sum }
  }
  return digestDifferences(weights, digests, sizesOf, (size) => toleranceOf(given, size))
}

/** Where parameters, or their gradients, differ from what was kept of them: a line for each value and each sum. */
export function digestDifferences(
  parameters: Weights,
  digests: readonly GoldenDigest[],
  sizesOf: (digest: GoldenDigest, parameter: number) => DigestSizes,
  toleranceOf: (size: number) => Tolerance,
): string[] {
  return entriesOf(parameters).flatMap(({ layer, name, value }, index) => {
    const digest = digests[index]!
    const size = sizesOf(digest, index)
    const kept = value.filter((_, place) => place % digest.stride === 0)
    const sum = value.reduce((all, one) => all + one, 0)
    const sumOfSquares = value.reduce((all, one) => all + one ** 2, 0)
    return [
      ...differences(kept, digest.values, toleranceOf(size.value)).map((line) => `values ${line}`),
      ...differences([sum], [digest.sum], toleranceOf(size.sum)).map((line) => `sum ${line}`),
      ...differences([sumOfSquares], [digest.sumOfSquares], toleranceOf(size.sumOfSquares)).map(
        (line) => `sum of squares ${line}`,
      ),
    ].map((line) => `${layer} ${name} ${line}`)
  })
}
