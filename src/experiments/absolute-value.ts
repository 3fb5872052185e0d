import type { Stream } from '../random/stream.ts'
import type { Interval } from '../statistics/interval.ts'
import type { Examples } from '../training/train-examples.ts'

/** Where the assignment draws its points from: −√7 to √7. */
export const domain: Interval = { low: -Math.sqrt(7), high: Math.sqrt(7) }

/** The mean of |x| for x uniform on the domain: the constant that predicts it best. */
export const bestConstant = Math.sqrt(7) / 2

/** The mean square error of that constant: the variance of |x|. */
export const lossOfBestConstant = 7 / 12

/** Points with their absolute values, [count] and [count] float32. */
export function drawPoints(stream: Stream, count: number): Examples {
  const inputs = stream.fillUniform(new Float32Array(count), domain.low, domain.high)
  return { inputs, targets: inputs.map(Math.abs) }
}
