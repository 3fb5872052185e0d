import type { EggholderNet } from './networks.ts'

/** Nets of one number of hidden units, by how many hidden layers they have. */
export interface NetsByDepth {
  readonly one: readonly EggholderNet[]
  /** a net and its mirror image, whose errors the assignment averages */
  readonly two: readonly EggholderNet[]
  readonly three: readonly EggholderNet[]
}

/**
 * Nets of 48 hidden units: the least in which three layers have the assignment's 16 units each. Either all have batch
 * normalisation or none has, so that depth is all that they differ in.
 */
export function netsOf48Units(normalised: boolean): NetsByDepth {
  const nets = (...shapes: number[][]) => shapes.map((hidden) => ({ hidden, normalised }))
  return { one: nets([48]), two: nets([32, 16], [16, 32]), three: nets([16, 16, 16]) }
}

/** One hidden layer with as many trainable parameters as three of 16 units without batch normalisation: 609. */
export const asManyParametersInOneLayer: EggholderNet = { hidden: [152], normalised: false }

/** Three hidden layers with half of their widths, without batch normalisation: 177 parameters, a little less than one of 48 has. */
export const threeOf8Units: EggholderNet = { hidden: [8, 8, 8], normalised: false }
