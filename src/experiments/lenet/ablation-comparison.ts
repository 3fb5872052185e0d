import { randomStream } from '../../random/stream.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { rightWithout } from './ablation.ts'
import { genuineMnist, type LenetComparison } from './comparison.ts'
import type { Arm } from './experiment.ts'
import { type HiddenUnits, hiddenUnits, unitsOfF6 } from './hidden-units.ts'
import type { Variant } from './networks.ts'

/** Two nets that lose units of F6: the same ones, as far as both lose as many. */
export interface AblationComparison extends LenetComparison {
  /** units that the arm loses for each test image, 0 to 84 */
  readonly removedFromArm: number
  /** units that its rival loses */
  readonly removedFromRival: number
  /** further nets, which the figure shows */
  readonly shown: readonly Arm[]
}

/** Accuracy on the test images with some units removed. */
export interface AblatedAccuracy {
  readonly variant: Variant
  readonly removed: number
  readonly accuracy: number
}

/** What the removal of units costs. */
export interface ComparedAblations {
  /** of each test image: whether the arm is right with all units, less the share of sets without which it is */
  readonly arm: Float64Array
  /** the same of its rival */
  readonly rival: Float64Array
  /** of all nets, with ever more units removed */
  readonly curves: readonly AblatedAccuracy[]
}

/** So many sets of units are tried for each test image. */
const sets = 5

/** From none to all by twelfths. */
const shownCounts = Array.from({ length: 13 }, (_, twelfths) => (twelfths * unitsOfF6) / 12)

/**
 * Removes units from trained nets: for each test image those that come first in orders of its own, the same ones for all
 * nets.
 *
 * @throws as `compareNets` does
 */
export async function ablateNets(
  { arm, rival, shown, removedFromArm, removedFromRival, ...training }: AblationComparison,
  laboratory: Laboratory,
): Promise<ComparedAblations> {
  const { labels } = (await genuineMnist(laboratory)).test
  const nets = await hiddenUnits([arm, rival, ...shown], training, laboratory)
  const rightOf = (net: HiddenUnits, counts: readonly number[]) => shareRight(net, labels, counts, laboratory.seed)
  const lost = (net: HiddenUnits, count: number) => {
    const [whole, part] = rightOf(net, [0, count])
    return whole!.map((right, image) => right - part![image]!)
  }
  return {
    arm: lost(nets[0]!, removedFromArm),
    rival: lost(nets[1]!, removedFromRival),
    curves: nets.flatMap((net) =>
      rightOf(net, shownCounts).map((right, place) => ({
        variant: net.variant,
        removed: shownCounts[place]!,
        accuracy: right.reduce((sum, value) => sum + value, 0) / right.length,
      })),
    ),
  }
}

/** For each count of removed units, and each image, the share of sets without which the net is right. */
function shareRight(
  { outputs, weights }: HiddenUnits,
  labels: Uint8Array,
  counts: readonly number[],
  seed: string,
): Float64Array[] {
  const shares = counts.map(() => new Float64Array(labels.length))
  for (let set = 0; set < sets; set++) {
    const orders = randomStream(seed, 'lenet', 'ablation', set)
    for (const [place, right] of rightWithout(outputs, weights.at(-1)!, labels, counts, orders).entries()) {
      for (const [image, value] of right.entries()) shares[place]![image]! += value / sets
    }
  }
  return shares
}
