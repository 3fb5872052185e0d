import { float32Normalisation, float32Sum, type Tolerance } from '../../../src/tolerances.ts'
import { largest } from './differences.ts'
import type { GoldenNormalisation } from './golden.ts'

/** The tolerance for values of a magnitude, as float32Normalisation has it for the worst channel. Both sides round. */
export function toleranceOf({ x, gamma }: GoldenNormalisation, magnitude: (scale: number) => number): Tolerance {
  const channels = gamma.map((_, channel) => x.values.filter((_, index) => index % gamma.length === channel))
  const count = channels[0]!.length
  const sizes = channels.map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / count
    const scale = 1 / Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count + 1e-3)
    const condition = (1 + scale * largest(values.map((value) => value - mean))) ** 2 * (1 + scale * largest(values))
    return float32Normalisation(2 * count, condition, magnitude(scale)).size
  })
  return { kind: 'abs', size: largest(sizes) }
}

/** Of a moving statistic: one hundredth is the batch's, which is measured in units of its deviation or variance. */
export function movedTolerance(golden: GoldenNormalisation, name: 'movingMean' | 'movingVariance'): Tolerance {
  const ofBatch = toleranceOf(golden, (scale) => 0.01 / scale ** (name === 'movingMean' ? 1 : 2))
  return { kind: 'abs', size: ofBatch.size + float32Sum(2 * 4, largest(golden[name])).size }
}
