import type { Activation } from '../../../src/layers/activation.ts'
import type { Field, Twin } from './field.ts'

/** A function of one number. */
export interface ScalarFunction {
  readonly value: (z: number) => number
  readonly derivative: (z: number) => number
}

/** At the kink of a rectifier the derivative is that below it. */
export function scalarOf(activation: Activation): ScalarFunction {
  switch (activation) {
    case 'linear':
      return { value: (z) => z, derivative: () => 1 }
    case 'relu':
      return rectifier(0)
    case 'tanh':
      return { value: Math.tanh, derivative: (z) => 1 / Math.cosh(z) ** 2 }
    case 'sigmoid':
      return { value: (z) => 1 / (1 + Math.exp(-z)), derivative: (z) => 1 / (2 + Math.exp(z) + Math.exp(-z)) }
    default:
      return rectifier(activation.leakyRelu)
  }
}

/** Applies an activation to each value. Back: the product with its derivative there. */
export function activate({ shape, values }: Field, activation: Activation): Twin {
  const { value, derivative } = scalarOf(activation)
  return {
    output: { shape, values: Float64Array.from(values, value) },
    back: (after) => ({
      input: Float64Array.from(values, (z, index) => derivative(z) * after[index]!),
      parameters: {},
    }),
  }
}

function rectifier(slope: number): ScalarFunction {
  return { value: (z) => (z > 0 ? z : slope * z), derivative: (z) => (z > 0 ? 1 : slope) }
}
