import type { Stream } from '../random/stream.ts'

/** Standard deviation of a standard normal value that is drawn again until it lies within (−2, 2). */
export const truncatedDeviation = 0.87962566103423978

/**
 * Normal values of mean 0, truncated at two of the *untruncated* standard deviations and widened so that what is left
 * has the standard deviation asked for, as Keras does for its variance-scaling initialisers. tfjs leaves the widening
 * out: its he-normal kernels have 0.77 of the variance.
 *
 * @param count - how many values
 * @param standardDeviation - of the truncated values; none lies farther from 0 than 2 / 0.8796… times it
 * @returns [count] float32
 */
export function truncatedNormal(stream: Stream, count: number, standardDeviation: number): Float32Array<ArrayBuffer> {
  const widened = standardDeviation / truncatedDeviation
  return Float32Array.from({ length: count }, () => {
    let value: number
    do {
      value = stream.normal()
    } while (Math.abs(value) >= 2)
    return value * widened
  })
}
