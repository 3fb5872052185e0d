import { momentsOf } from '../../statistics/moments.ts'
import { wassersteinDistance } from '../../statistics/wasserstein-distance.ts'

/**
 * Internal covariate shift by the definition of Ioffe & Szegedy (2015, arXiv 1502.03167, section 2): the change in the
 * distribution of a layer's input as the parameters of the layers before it change.
 *
 * They name no distance. Here it is, unit by unit, the 1-Wasserstein distance between the unit's distributions before and
 * after a step, in units of its standard deviation before the step, and then the mean over the units. So it sees a change
 * of any kind, of the mean, of the spread or of the shape, and it is the same whatever a layer's scale is, which batch
 * normalisation sets as it likes: nets with it and without can be compared. As they do for batch normalisation (section
 * 3.2), the values of a channel at all places of all images are taken for one distribution.
 *
 * @param before - what a layer receives on some images before the step, [values of a unit, units]
 * @param after - what it receives on the same images after the step, of the same size
 * @returns at least 0, in standard deviations; NaN if a unit is constant before the step
 */
export function inputShift(before: Float32Array, after: Float32Array, units: number): number {
  let sum = 0
  for (let unit = 0; unit < units; unit++) {
    const [first, second] = [valuesOf(before, unit, units), valuesOf(after, unit, units)]
    sum += wassersteinDistance(first, second) / Math.sqrt(momentsOf(first).variance)
  }
  return sum / units
}

/** A column of a matrix. */
function valuesOf(values: Float32Array, unit: number, units: number): Float64Array {
  const column = new Float64Array(values.length / units)
  for (let row = 0; row < column.length; row++) column[row] = values[row * units + unit]!
  return column
}
