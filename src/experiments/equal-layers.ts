import type { Layer, Network } from '../training/network.ts'

/**
 * A dense net whose hidden layers are all alike, with one linear output whose first weights are of the same kind.
 *
 * @param inputs - features of an example
 */
export function equalLayers(
  inputs: number,
  hiddenLayers: number,
  hidden: Extract<Layer, { readonly kind: 'dense' }>,
): Network {
  const output: Layer = { ...hidden, units: 1, activation: 'linear' }
  return { input: [inputs], layers: [...Array<Layer>(hiddenLayers).fill(hidden), output] }
}
