import { randomStream } from '../../random/stream.ts'
import { differences } from '../../statistics/differences.ts'
import { elementwiseMean } from '../../statistics/elementwise-mean.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { answersWithout } from './ablation.ts'
import { genuineMnist, type LenetComparison } from './comparison.ts'
import type { Arm } from './experiment.ts'
import { type HiddenUnits, hiddenUnits, unitsOfF6 } from './hidden-units.ts'
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
  /** how much less often each image is classified rightly, of −1 to 1 */
  readonly accuracyLost: Float64Array
}

/** Two nets, and the curves of all that are shown. */
export interface ComparedAblations {
  readonly arm: Ablation
  readonly rival: Ablation
  readonly curves: readonly AblatedAccuracy[]
}

/** So many sets of removed units are tried for each test image, and averaged. */
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
  { arm, rival, shown, removed, ...training }: AblationComparison,
  laboratory: Laboratory,
): Promise<ComparedAblations> {
  const { labels } = (await genuineMnist(laboratory)).test
  const nets = await hiddenUnits([arm, rival, ...shown], training, laboratory)
  const answers = ({ outputs, weights }: HiddenUnits, counts: readonly number[], set: number) => {
    const orders = randomStream(laboratory.seed, 'lenet', 'ablation', set)
    return answersWithout(outputs, weights.at(-1)!, labels, counts, orders)
  }
  const ablation = (net: HiddenUnits): Ablation => {
    const costs = Array.from({ length: sets }, (_, set) => {
      const [whole, part] = answers(net, [0, removed], set)
      return {
        lossGained: differences(part!.losses, whole!.losses),
        accuracyLost: differences(whole!.right, part!.right),
      }
    })
    return {
      lossGained: elementwiseMean(costs.map(({ lossGained }) => lossGained)),
      accuracyLost: elementwiseMean(costs.map(({ accuracyLost }) => accuracyLost)),
    }
  }
  const curves = nets.flatMap((net) =>
    answers(net, shownCounts, 0).map(({ right }, place) => ({
      variant: net.variant,
      removed: shownCounts[place]!,
      accuracy: right.reduce((sum, value) => sum + value, 0) / right.length,
    })),
  )
  return { arm: ablation(nets[0]!), rival: ablation(nets[1]!), curves }
}

/** The same removal, in several pairs of trainings. */
export interface AblationOverSeeds extends Omit<AblationComparison, 'shown'> {
  /** trainings of each arm: its repetitions 0 to seeds − 1 */
  readonly seeds: number
}

/**
 * Removes units from several pairs of trained nets, one pair for each seed.
 *
 * @throws as `compareNets` does
 */
export async function ablateOverSeeds(
  { arm, rival, seeds, ...removal }: AblationOverSeeds,
  laboratory: Laboratory,
): Promise<ComparedAblations[]> {
  const pairs: ComparedAblations[] = []
  for (let seed = 0; seed < seeds; seed++) {
    const [first, second] = [arm, rival].map((net) => ({ ...net, repetition: net.repetition + seed }))
    pairs.push(await ablateNets({ ...removal, arm: first!, rival: second!, shown: [] }, laboratory))
  }
  return pairs
}
