import type { EggholderNet } from './networks.ts'

/** Hidden layers by depth, each list in the order in which the notebook trains them. */
export interface SubmittedNets {
  /** units of the only hidden layer */
  readonly oneLayer: readonly number[]
  readonly twoLayers: readonly (readonly number[])[]
  readonly threeLayers: readonly (readonly number[])[]
}

/** Which nets have batch normalisation: in the notebook all that have more than one hidden layer. */
export type NormalisedNets = 'the deeper ones' | 'none'

/** All nets of the notebook, in its order of training. */
export function submittedNets(
  { oneLayer, twoLayers, threeLayers }: SubmittedNets,
  normalised: NormalisedNets = 'the deeper ones',
): EggholderNet[] {
  const layers = [...oneLayer.map((units) => [units]), ...twoLayers, ...threeLayers]
  return layers.map((hidden) => ({ hidden, normalised: normalised === 'the deeper ones' && hidden.length > 1 }))
}
