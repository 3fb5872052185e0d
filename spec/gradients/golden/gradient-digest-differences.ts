import { sizeOf } from '../../../src/layers/fans.ts'
import type { Tolerance } from '../../../src/tolerances.ts'
import type { Weights } from '../../../src/training/network-parameters.ts'
import { largest } from '../../tooling/keras/differences.ts'
import { digestDifferences } from '../../tooling/keras/digest-differences.ts'
import type { GoldenDigest } from '../../tooling/keras/golden.ts'

/**
 * Where gradients differ from what was kept of them, by the rule of `parameterDifferences`. Errors that are a share of a
 * norm move the sum of n values by √n times that, and the sum of squares by twice that times the norm.
 */
export function gradientDigestDifferences(
  gradients: Weights,
  digests: readonly GoldenDigest[],
  toleranceOf: (size: number) => Tolerance,
  before: readonly (readonly GoldenDigest[])[] = [],
): string[] {
  const sizesOf = ({ shape, sumOfSquares }: GoldenDigest, parameter: number) => {
    const all = [digests, ...before].map((each) => each[parameter]!)
    const norm = Math.sqrt(largest(all.map((digest) => digest.sumOfSquares)))
    return {
      value: largest(all.map(({ values }) => largest(values))),
      sum: Math.sqrt(sizeOf(shape)) * norm,
      sumOfSquares: 2 * Math.sqrt(sumOfSquares) * norm,
    }
  }
  return digestDifferences(gradients, digests, sizesOf, toleranceOf)
}
