import { float32Normalisation, float32Sum } from '../../src/tolerances.ts'
import type { Statistics } from './twin/batch-normalisation.ts'
import type { Field, Values } from './twin/field.ts'

/**
 * How far batch normalisation in training may be off, by channel: see float32Normalisation.
 *
 * @param x - [batch, channels]
 */
export function normalisationTolerances(
  x: Field,
  gamma: Values,
  beta: Values,
  after: Values,
  { mean, inverse }: Statistics,
) {
  const [rows, channels] = x.shape as [number, number]
  const ofChannel = (values: Values, channel: number) =>
    Array.from({ length: rows }, (_, row) => values[row * channels + channel]!)
  const by = (magnitude: (channel: number, largest: number) => number) => (channel: number) => {
    const values = ofChannel(x.values, channel)
    const largest = Math.max(...values.map(Math.abs))
    const z = Math.max(...values.map((value) => Math.abs(value - mean[channel]!))) * inverse[channel]!
    return float32Normalisation(rows, (1 + z) ** 2 * (1 + largest * inverse[channel]!), magnitude(channel, largest))
  }
  const derivatives = (channel: number) => ofChannel(after, channel).map(Math.abs)
  const sumOfDerivatives = (channel: number) => derivatives(channel).reduce((sum, size) => sum + size, 0)
  return {
    output: by((channel) => Math.abs(gamma[channel]!) + Math.abs(beta[channel]!)),
    mean: (channel: number) => float32Sum(rows + 4, Math.max(...ofChannel(x.values, channel).map(Math.abs))),
    variance: by((_, largest) => largest ** 2),
    dx: by((channel) => Math.abs(gamma[channel]!) * inverse[channel]! * Math.max(...derivatives(channel))),
    dgamma: by(sumOfDerivatives),
    dbeta: by(sumOfDerivatives),
  }
}
