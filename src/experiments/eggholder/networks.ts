import type { Layer, Network } from '../../training/network.ts'

/** A net of the plane: how wide each hidden layer is, and whether batch normalisation follows each of them. */
export interface EggholderNet {
  /** units of each hidden layer, from the input on */
  readonly hidden: readonly number[]
  readonly normalised: boolean
}

/** The net as the notebook builds it: ReLU, then batch normalisation if there is any, and one linear output. */
export function eggholderNetwork({ hidden, normalised }: EggholderNet): Network {
  return {
    input: [2],
    layers: [
      ...hidden.flatMap((units): Layer[] => [
        { kind: 'dense', units, activation: 'relu' },
        ...(normalised ? [{ kind: 'batch normalisation' } as const] : []),
      ]),
      { kind: 'dense', units: 1 },
    ],
  }
}
