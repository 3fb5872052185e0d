import { type Field, sumOfRows, type Twin, type Values } from './field.ts'

/** What normalises a batch, channel by channel. */
export interface Statistics {
  readonly mean: Float64Array
  /** biased */
  readonly variance: Float64Array
  /** 1 / √(variance + epsilon) */
  readonly inverse: Float64Array
}

/**
 * Batch normalisation in training: z = (x − mean) · inverse over all axes but the last, y = gamma · z + beta. The mean
 * and the variance depend on x. Back, with dz = gamma · dy and averages over the batch:
 * dx = inverse · (dz − average(dz) − z · average(dz · z)).
 *
 * @param x - [batch, …, channels]
 */
export function normalisationInTraining(
  x: Field,
  gamma: Values,
  beta: Values,
  epsilon: number,
): Twin & { readonly statistics: Statistics } {
  const channels = gamma.length
  const rows = x.values.length / channels
  const average = (values: Values) => sumOfRows(values, channels).map((sum) => sum / rows)
  const mean = average(x.values)
  const variance = average(Float64Array.from(x.values, (value, index) => (value - mean[index % channels]!) ** 2))
  const inverse = variance.map((value) => 1 / Math.sqrt(value + epsilon))
  const { output, normalised } = normalise(x, gamma, beta, mean, inverse)

  const back = (after: Values) => {
    const dz = Float64Array.from(after, (derivative, index) => derivative * gamma[index % channels]!)
    const averageOfDz = average(dz)
    const averageOfProduct = average(dz.map((derivative, index) => derivative * normalised[index]!))
    const input = dz.map((derivative, index) => {
      const channel = index % channels
      const along = normalised[index]! * averageOfProduct[channel]!
      return inverse[channel]! * (derivative - averageOfDz[channel]! - along)
    })
    return { input, parameters: inGammaAndBeta(after, normalised, channels) }
  }
  return { output, back, statistics: { mean, variance, inverse } }
}

/** Batch normalisation in evaluation: the same by the moving statistics, which do not depend on x. */
export function normalisationInEvaluation(
  x: Field,
  gamma: Values,
  beta: Values,
  movingMean: Values,
  movingVariance: Values,
  epsilon: number,
): Twin {
  const channels = gamma.length
  const inverse = Float64Array.from(movingVariance, (value) => 1 / Math.sqrt(value + epsilon))
  const { output, normalised } = normalise(x, gamma, beta, movingMean, inverse)
  const back = (after: Values) => {
    const scale = (index: number) => gamma[index % channels]! * inverse[index % channels]!
    const input = Float64Array.from(after, (derivative, index) => derivative * scale(index))
    return { input, parameters: inGammaAndBeta(after, normalised, channels) }
  }
  return { output, back }
}

function normalise({ shape, values }: Field, gamma: Values, beta: Values, mean: Values, inverse: Values) {
  const channels = gamma.length
  const normalised = Float64Array.from(values, (value, index) => {
    return (value - mean[index % channels]!) * inverse[index % channels]!
  })
  const output = normalised.map((z, index) => gamma[index % channels]! * z + beta[index % channels]!)
  return { output: { shape, values: output }, normalised }
}

function inGammaAndBeta(after: Values, normalised: Float64Array, channels: number) {
  const products = normalised.map((z, index) => z * after[index]!)
  return { gamma: sumOfRows(products, channels), beta: sumOfRows(after, channels) }
}
