import { meanAbsoluteCorrelation } from '../../statistics/mean-absolute-correlation.ts'
import { trainableCount } from '../../training/network-parameters.ts'
import { type EggholderNet, eggholderNetwork } from './networks.ts'

/** What the time of a step could depend on. */
export const explanations = {
  parameters: (net: EggholderNet) => Math.log(trainableCount(eggholderNetwork(net))),
  units: ({ hidden }: EggholderNet) => Math.log(hidden.reduce((sum, width) => sum + width)),
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
  const x = nets.map(explanations[explanation])
  if (new Set(x).size === 1) return 0
  return meanAbsoluteCorrelation([x, seconds.map(Math.log)]) ** 2
}
