import { randomStream } from '../../random/stream.ts'
import { differences } from '../../statistics/differences.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { answersWithout } from './ablation.ts'
import { genuineMnist, type LenetComparison } from './comparison.ts'
import type { Arm } from './experiment.ts'
import { hiddenUnits, unitsOfF6 } from './hidden-units.ts'
import type { Variant } from './networks.ts'

/** Two nets that lose the same units of F6. */
export interface AblationComparison extends LenetComparison {
  /** units that are removed for each test image, 0 to 84 */
  readonly removed: number
  /** further nets, which the figure shows */
  readonly shown: readonly Arm[]
}

/** Accuracy on the test images with some units removed. */
export interface AblatedAccuracy {
  readonly variant: Variant
  readonly removed: number
  readonly accuracy: number
}

/** What the removal of units costs a net on the test images. */
export interface Ablation {
  /** what each image's cross-entropy grows by, in nats */
  readonly lossGained: Float64Array
  /** 1 for an image that is classified rightly with all units only, −1 for one without those removed only, else 0 */
  readonly accuracyLost: Float64Array
  /** with ever more units removed */
  readonly curve: readonly AblatedAccuracy[]
}

/** From none to all by twelfths. */
const shownCounts = Array.from({ length: 13 }, (_, twelfths) => (twelfths * unitsOfF6) / 12)

/**
 * Removes units from trained nets: for each test image those that come first in an order of its own, the same ones for all
 * nets.
 *
 * @returns of the arm, of its rival and of the nets that are shown besides
 * @throws as `compareNets` does
 */
export async function ablateNets(
  { arm, rival, shown, removed, ...training }: AblationComparison,
  laboratory: Laboratory,
): Promise<Ablation[]> {
  const { labels } = (await genuineMnist(laboratory)).test
  const nets = await hiddenUnits([arm, rival, ...shown], training, laboratory)
  return nets.map(({ variant, outputs, weights }) => {
    const orders = randomStream(laboratory.seed, 'lenet', 'ablation')
    const counts = [0, removed, ...shownCounts]
    const [whole, part, ...curve] = answersWithout(outputs, weights.at(-1)!, labels, counts, orders)
    return {
      lossGained: differences(part!.losses, whole!.losses),
      accuracyLost: differences(whole!.right, part!.right),
      curve: curve.map(({ right }, place) => ({
        variant,
        removed: shownCounts[place]!,
        accuracy: right.reduce((sum, value) => sum + value, 0) / right.length,
      })),
    }
  })
}
