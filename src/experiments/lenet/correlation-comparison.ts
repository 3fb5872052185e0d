import { randomStream } from '../../random/stream.ts'
import { meanAbsoluteCorrelation } from '../../statistics/mean-absolute-correlation.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import type { LenetComparison } from './comparison.ts'
import { hiddenUnits, unitsOfF6 } from './hidden-units.ts'

/** Two nets whose units of F6 are correlated on the same test images. */
export interface CorrelationComparison extends LenetComparison {
  /** disjoint sets of test images, all of the same size; each gives one value */
  readonly blocks: number
}

/** How much the units of each net depend on each other, in each block: of 0 to 1. */
export interface ComparedCorrelations {
  readonly arm: Float64Array
  readonly rival: Float64Array
}

/**
 * Correlates the units of F6 in trained nets, block by block.
 *
 * @throws as `compareNets` does
 */
export async function correlateUnits(
  { arm, rival, blocks, ...training }: CorrelationComparison,
  laboratory: Laboratory,
): Promise<ComparedCorrelations> {
  const [first, second] = (await hiddenUnits([arm, rival], training, laboratory)).map(({ outputs }) => {
    const images = randomStream(laboratory.seed, 'lenet', 'blocks of test images').permutation(
      outputs.length / unitsOfF6,
    )
    return blockCorrelations(outputs, images, blocks)
  })
  return { arm: first!, rival: second! }
}

/**
 * How much the units of a layer depend on each other: the mean |correlation| of their outputs over all pairs of units, in
 * blocks of images. Co-adapted units detect features together (Srivastava et al. 2014, section 2), so they depend on
 * each other; Cogswell et al. (2016, arXiv 1511.06068) take the covariance for a measure of redundancy and train against
 * it. Correlations are compared here since covariances grow with the outputs.
 *
 * Chance alone gives independent units about √(2 / (π · images)) of a block, in any net the same.
 *
 * @param outputs - in evaluation mode, [images, 84]
 * @param images - an order of all images; block b has the b-th part of them
 * @returns [blocks], of 0 to 1; NaN where a unit is constant
 */
export function blockCorrelations(outputs: Float32Array, images: Int32Array, blocks: number): Float64Array {
  const size = Math.floor(images.length / blocks)
  return Float64Array.from({ length: blocks }, (_, block) => {
    const own = images.subarray(block * size, (block + 1) * size)
    const units = Array.from({ length: unitsOfF6 }, (_, unit) =>
      Float64Array.from(own, (image) => outputs[image * unitsOfF6 + unit]!),
    )
    return meanAbsoluteCorrelation(units)
  })
}
