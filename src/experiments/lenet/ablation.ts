import type { Stream } from '../../random/stream.ts'
import type { LayerParameters } from '../../training/network-parameters.ts'

/**
 * Whether a net is right on images while some units of its last hidden layer are removed: their outputs are 0, as in
 * dropout, but nothing is scaled up. How little accuracy this costs says how little the units rely on each other, which
 * is what dropout is meant for (Hinton et al. 2012, arXiv 1207.0580; Srivastava et al. 2014, section 2). The measure is
 * that of Morcos et al. (2018, arXiv 1803.06959), who remove random units of trained nets, ever more of them.
 *
 * Each image draws an order of its own in which the units go, so that the images are independent also in what is
 * removed, and as many sets are tried as there are images. The logits are in float64.
 *
 * @param outputs - of the units, [images, units]
 * @param kernel - of the output layer, [units, classes]
 * @param bias - of the output layer, [classes]
 * @param labels - [images]
 * @param removed - how many units, each of 0 to all of them
 * @param orders - nets that begin the same stream anew lose the same units
 * @returns for each count in `removed`, [images]: 1 where the largest logit is that of the label, 0 where it is not (of
 *   equal ones the first counts), NaN where a logit is not finite
 */
export function rightWithout(
  outputs: Float32Array,
  { kernel, bias }: LayerParameters<Float32Array>,
  labels: Uint8Array,
  removed: readonly number[],
  orders: Stream,
): Float64Array[] {
  const units = outputs.length / labels.length
  const right = removed.map(() => new Float64Array(labels.length))
  for (const [image, label] of labels.entries()) {
    const order = orders.permutation(units)
    // Units are added to the bias one by one, the last to go first, so that nothing is left of one that is removed.
    const logits = Float64Array.from(bias!)
    for (let gone = units; gone >= 0; gone--) {
      if (gone < units) addUnit(logits, outputs[image * units + order[gone]!]!, kernel!, order[gone]!)
      for (const [place, count] of removed.entries()) {
        if (count === gone) right[place]![image] = isLargest(logits, label)
      }
    }
  }
  return right
}

function addUnit(logits: Float64Array, output: number, kernel: Float32Array, unit: number): void {
  for (let index = 0; index < logits.length; index++) logits[index]! += output * kernel[unit * logits.length + index]!
}

function isLargest(logits: Float64Array, label: number): number {
  return logits.every(Number.isFinite) ? Number(logits.indexOf(Math.max(...logits)) === label) : Number.NaN
}
