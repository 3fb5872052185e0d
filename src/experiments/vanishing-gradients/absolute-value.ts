import type { Stream } from '../../random/stream.ts'
import type { Examples } from '../../training/train-examples.ts'

/** Half the width of the domain: √7, as in Lu et al. */
const reach = Math.sqrt(7)

/**
 * Examples of |x|, x uniform on [−√7, √7). The best constant is the mean √7/2, with the squared error 7/12.
 *
 * @returns inputs and targets [count, 1] float32
 */
export function drawAbsoluteValues(stream: Stream, count: number): Examples {
  const inputs = stream.fillUniform(new Float32Array(count), -reach, reach)
  return { inputs, targets: inputs.map(Math.abs) }
}

/** The mean squared error of the best constant on these very examples: the variance of their targets, in float64. */
export function lossOfBestConstant({ targets }: Examples): number {
  const mean = targets.reduce((sum, target) => sum + target, 0) / targets.length
  return targets.reduce((sum, target) => sum + (target - mean) ** 2, 0) / targets.length
}
