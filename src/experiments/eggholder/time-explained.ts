import { trainableCount } from '../../training/network-parameters.ts'
import { type EggholderNet, eggholderNetwork } from './networks.ts'

/** What the time of a step could depend on. */
export const explanations = {
  parameters: (net: EggholderNet) => Math.log(trainableCount(eggholderNetwork(net))),
  depth: ({ hidden }: EggholderNet) => hidden.length,
  nothing: () => 0,
} as const

/**
 * The share of the variance of the logarithm of time that a straight line over an explanation accounts for: the square of
 * their correlation, 0 for an explanation that is the same for all nets.
 *
 * @param seconds - one for each net
 */
export function shareExplained(
  nets: readonly EggholderNet[],
  seconds: readonly number[],
  explanation: keyof typeof explanations,
): number {
  const [x, y] = [centred(nets.map(explanations[explanation])), centred(seconds.map(Math.log))]
  const [squares, products] = [product(x, x), product(x, y)]
  return squares === 0 ? 0 : products ** 2 / (squares * product(y, y))
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}

function product(x: readonly number[], y: readonly number[]): number {
  return x.reduce((sum, value, index) => sum + value * y[index]!, 0)
}
