import type { Activation } from '../../../src/layers/activation.ts'
import { exactly, type Field, type Round, type Twin } from './field.ts'

/** A function of one number, and its derivative by the number and the function's value there. */
export interface ScalarFunction {
  readonly value: (z: number) => number
  readonly derivative: (z: number, value: number) => number
}

/** At the kink of a rectifier the derivative is that below it. */
export function scalarOf(activation: Activation): ScalarFunction {
  switch (activation) {
    case 'linear':
      return { value: (z) => z, derivative: () => 1 }
    case 'relu':
      return rectifier(0)
    case 'tanh':
      return { value: Math.tanh, derivative: (_, value) => 1 - value ** 2 }
    case 'sigmoid':
      return { value: (z) => 1 / (1 + Math.exp(-z)), derivative: (_, value) => value * (1 - value) }
    default:
      return rectifier(activation.leakyRelu)
  }
}

/**
 * Applies an activation to each value. Back: the product with its derivative there.
 *
 * @param round - what becomes of the values by which the derivative is taken: near ±1 that of tanh is a small difference
 */
export function activate({ shape, values }: Field, activation: Activation, round: Round = exactly): Twin {
  const { value, derivative } = scalarOf(activation)
  const output = Float64Array.from(values, value)
  const known = round(output)
  return {
    output: { shape, values: output },
    back: (after) => ({
      input: Float64Array.from(values, (z, index) => derivative(z, known[index]!) * after[index]!),
      parameters: {},
    }),
  }
}

function rectifier(slope: number): ScalarFunction {
  return { value: (z) => (z > 0 ? z : slope * z), derivative: (z) => (z > 0 ? 1 : slope) }
}
