import type { Stream } from '../../random/stream.ts'
import type { LayerParameters } from '../../training/network-parameters.ts'

/** What a net makes of images while some units of its last hidden layer are removed. */
export interface AblatedAnswers {
  /** for each image 1 where the largest logit is that of the label, of equal ones the first, and 0 where it is not */
  readonly right: Float64Array
  /** cross-entropy of each image, in nats */
  readonly losses: Float64Array
}

/**
 * What a net makes of images while some units of its last hidden layer are removed, as a step of training with dropout
 * would do it: their outputs are 0, and those of the n units that are left count units / n times as much, so that the
 * output layer receives as much on average. How little this costs says how little the units rely on each other, which is
 * what dropout is meant for (Hinton et al. 2012, arXiv 1207.0580; Srivastava et al. 2014, section 2). The measure is
 * that of Morcos et al. (2018, arXiv 1803.06959), who remove random units of trained nets, ever more of them, but do not
 * scale the others: without that, the loss would show above all how small the logits are.
 *
 * Each image draws an order of its own in which the units go, so that the images are independent also in what is
 * removed, and as many sets are tried as there are images. The logits are in float64.
 *
 * @param outputs - of the units, [images, units]
 * @param layer - the output layer: kernel [units, classes] and bias [classes]
 * @param labels - [images]
 * @param removed - how many units, each of 0 to all of them; without any, the biases alone answer
 * @param orders - nets that begin the same stream anew lose the same units
 * @returns for each count in `removed`; of an image that has a logit which is not finite, both are NaN
 */
export function answersWithout(
  outputs: Float32Array,
  { kernel, bias }: LayerParameters<Float32Array>,
  labels: Uint8Array,
  removed: readonly number[],
  orders: Stream,
): AblatedAnswers[] {
  const units = outputs.length / labels.length
  const answers = removed.map(() => ({
    right: new Float64Array(labels.length),
    losses: new Float64Array(labels.length),
  }))
  for (const [image, label] of labels.entries()) {
    const order = orders.permutation(units)
    // Units are added one by one, the last to go first, so that nothing is left of one that is removed.
    const sums = new Float64Array(bias!.length)
    for (let gone = units; gone >= 0; gone--) {
      if (gone < units) addUnit(sums, outputs[image * units + order[gone]!]!, kernel!, order[gone]!)
      for (const [place, count] of removed.entries()) {
        if (count !== gone) continue
        const scale = gone < units ? units / (units - gone) : 0
        const { right, loss } = answerOf(
          sums.map((sum, index) => bias![index]! + scale * sum),
          label,
        )
        answers[place]!.right[image] = right
        answers[place]!.losses[image] = loss
      }
    }
  }
  return answers
}

function addUnit(sums: Float64Array, output: number, kernel: Float32Array, unit: number): void {
  for (let index = 0; index < sums.length; index++) sums[index]! += output * kernel[unit * sums.length + index]!
}

function answerOf(logits: Float64Array, label: number): { readonly right: number; readonly loss: number } {
  if (!logits.every(Number.isFinite)) return { right: Number.NaN, loss: Number.NaN }
  const largest = Math.max(...logits)
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0)
  return { right: Number(logits.indexOf(largest) === label), loss: Math.log(total) + largest - logits[label]! }
}
