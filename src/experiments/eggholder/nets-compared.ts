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
  return netsOfUnits(48, normalised)
}

/**
 * The same of so many hidden units: in one layer, in two of which one is twice as wide, in three alike.
 *
 * @param units - a multiple of 3
 */
export function netsOfUnits(units: number, normalised: boolean): NetsByDepth {
  const third = units / 3
  if (!Number.isInteger(third) || third < 1)
    throw new RangeError(`${units} units are not to be parted into three layers`)
  const nets = (...shapes: number[][]) => shapes.map((hidden) => ({ hidden, normalised }))
  return {
    one: nets([units]),
    two: nets([2 * third, third], [third, 2 * third]),
    three: nets([third, third, third]),
  }
}

/** One hidden layer with as many trainable parameters as three of 16 units without batch normalisation: 609. */
export const asManyParametersInOneLayer: EggholderNet = { hidden: [152], normalised: false }

/** Three hidden layers with half of their widths, without batch normalisation: 177 parameters, a little less than one of 48 has. */
export const threeOf8Units: EggholderNet = { hidden: [8, 8, 8], normalised: false }
