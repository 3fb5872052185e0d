import { exactly, type Field, type Round, sumOfRows, type Twin, type Values } from './field.ts'

/** What normalises a batch, channel by channel. */
export interface Statistics {
  readonly mean: Values
  /** biased */
  readonly variance: Values
  /** 1 / √(variance + epsilon) */
  readonly inverse: Values
}

/**
 * Batch normalisation in training: z = (x − mean) · inverse over all axes but the last, y = gamma · z + beta. The mean
 * and the variance depend on x. Back, with dz = gamma · dy and averages over the batch:
 * dx = inverse · (dz − average(dz) − z · average(dz · z)).
 *
 * @param x - [batch, …, channels]
 * @param round - what becomes of each mean and each intermediate value: the terms of dx nearly cancel in a small batch, so
 *   that an error in one of them is none of the size of dx
 */
export function normalisationInTraining(
  x: Field,
  gamma: Values,
  beta: Values,
  epsilon: number,
  round: Round = exactly,
): Twin & { readonly statistics: Statistics } {
  const channels = gamma.length
  const rows = x.values.length / channels
  const average = (values: Values) => round(sumOfRows(values, channels).map((sum) => sum / rows))
  const mean = average(x.values)
  const variance = average(Float64Array.from(x.values, (value, index) => (value - mean[index % channels]!) ** 2))
  const inverse = round(Float64Array.from(variance, (value) => 1 / Math.sqrt(value + epsilon)))
  const { output, normalised } = normalise(x, gamma, beta, mean, inverse, round)

  const back = (after: Values) => {
    const dz = round(Float64Array.from(after, (derivative, index) => derivative * gamma[index % channels]!))
    const products = Float64Array.from(dz, (derivative, index) => derivative * normalised[index]!)
    const [averageOfDz, averageOfProduct] = [average(dz), average(products)]
    const alongZ = round(Float64Array.from(normalised, (z, index) => z * averageOfProduct[index % channels]!))
    const input = Float64Array.from(dz, (derivative, index) => {
      const channel = index % channels
      return inverse[channel]! * (derivative - averageOfDz[channel]! - alongZ[index]!)
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

function normalise(
  { shape, values }: Field,
  gamma: Values,
  beta: Values,
  mean: Values,
  inverse: Values,
  round: Round = exactly,
) {
  const channels = gamma.length
  const normalised = round(
    Float64Array.from(values, (value, index) => (value - mean[index % channels]!) * inverse[index % channels]!),
  )
  const output = Float64Array.from(normalised, (z, index) => gamma[index % channels]! * z + beta[index % channels]!)
  return { output: { shape, values: output }, normalised }
}

function inGammaAndBeta(after: Values, normalised: Values, channels: number) {
  const products = Float64Array.from(normalised, (z, index) => z * after[index]!)
  return { gamma: sumOfRows(products, channels), beta: sumOfRows(after, channels) }
}
