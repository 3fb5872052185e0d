import type { Tolerance } from '../../../src/tolerances.ts'
import { entriesOf, type NetworkParameters } from '../../../src/training/network-parameters.ts'
import { differences, largest } from '../../tooling/keras/differences.ts'

/**
 * Where parameters, or their gradients, differ from the expected ones: a line for each value.
 *
 * @param toleranceOf - for values of this size, the largest of the parameter's in what is expected and in `before`
 * @param before - what was expected at earlier steps. As a net learns, the terms of a gradient cancel more and more, one
 *   example's against another's, and the errors of the terms stay.
 */
export function parameterDifferences(
  parameters: NetworkParameters<ArrayLike<number>>,
  expected: NetworkParameters<ArrayLike<number>>,
  toleranceOf: (size: number) => Tolerance,
  before: readonly NetworkParameters<ArrayLike<number>>[] = [],
): string[] {
  return entriesOf(expected).flatMap(({ layer, name, value }) => {
    const size = largest([expected, ...before].map((each) => largest(each[layer]![name]!)))
    const lines = differences(parameters[layer]![name]!, value, toleranceOf(size))
    return lines.map((line) => `${layer} ${name} ${line}`)
  })
}
