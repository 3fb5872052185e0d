import type { Weights } from '../../training/network-parameters.ts'

/**
 * What a dense net makes of numbers, in float64: a variance of 1e-12 around an output of 1 cannot be seen in float32.
 *
 * @param weights - of dense layers, the first with one input and the last with one output
 * @param slope - of the activation below zero; 0 is ReLU
 * @param inputs - [count]
 * @returns [count]
 */
export function forwardOnHost(weights: Weights, slope: number, inputs: ArrayLike<number>): Float64Array {
  let columns = [Float64Array.from(inputs)]
  for (const [index, { kernel, bias }] of weights.entries()) {
    const given = columns
    const isOutput = index === weights.length - 1
    columns = Array.from(bias!, (offset, unit) => {
      const sums = new Float64Array(inputs.length).fill(offset)
      for (const [from, values] of given.entries()) addProduct(sums, values, kernel![from * bias!.length + unit]!)
      if (!isOutput) rectify(sums, slope)
      return sums
    })
  }
  return columns[0]!
}

function addProduct(sums: Float64Array, values: Float64Array, factor: number): void {
  for (let index = 0; index < sums.length; index++) sums[index]! += factor * values[index]!
}

function rectify(values: Float64Array, slope: number): void {
  for (let index = 0; index < values.length; index++) if (!(values[index]! > 0)) values[index]! *= slope
}
