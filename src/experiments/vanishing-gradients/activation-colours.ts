import { colours } from '../../report/draw.ts'
import type { ActivationName } from './activations.ts'

const colourOf = { tanh: colours.blue, sigmoid: colours.orange, relu: colours.green } as const

/** The colour of an activation in every figure of question 1. */
export function activationColours(activation: ActivationName): { readonly stroke: string } {
  return { stroke: colourOf[activation] }
}
