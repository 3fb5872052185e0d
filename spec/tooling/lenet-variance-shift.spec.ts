import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { recalibrated } from '../../src/experiments/lenet/recalibration.ts'
import { varianceShifts } from '../../src/experiments/lenet/variance-shift.ts'
import { dropoutMask } from '../../src/layers/dropout.ts'
import { randomStream } from '../../src/random/stream.ts'
import { float32Normalisation } from '../../src/tolerances.ts'
import type { Layer, Network } from '../../src/training/network.ts'
import { initialWeights } from '../../src/training/network-parameters.ts'
import { differences } from './keras/differences.ts'
import { engineNames } from './keras/engines.ts'

const [batchSize, batches, units, rate] = [50, 3, 2, 0.5]
const normalisation: Layer = { kind: 'batch normalisation' }
const dropout: Layer = { kind: 'dropout', rate }
const inputs = randomStream('variance shift', 'inputs').fillNormal(
  new Float32Array(batches * batchSize * units),
  0.7,
  0.4,
)
const net = (...layers: Layer[]): Network => ({ input: [units], layers })
const weightsOf = (network: Network) => initialWeights(network, randomStream('variance shift', 'weights'))
const tolerance = float32Normalisation(2 * batchSize, 16, 1)

/** Mean and variance of a unit over some rows, in float64. */
function momentsOf(values: ArrayLike<number>, unit: number) {
  const of = Array.from(values).filter((_, index) => index % units === unit)
  const mean = of.reduce((sum, value) => sum + value, 0) / of.length
  return { mean, variance: of.reduce((sum, value) => sum + (value - mean) ** 2, 0) / of.length }
}

beforeAll(() => openEngine(engineNames[0]!))

describe('behind a dropout', () => {
  const network = net(dropout, normalisation)
  const shift = () =>
    varianceShifts(network, weightsOf(network), inputs, batchSize, randomStream('variance shift', 'masks'))

  test('the ratio is that of the variances without the mask and with it', async () => {
    const masks = randomStream('variance shift', 'masks', 'mask', 0)
    const expected = Array.from({ length: batches }, (_, batch) => {
      const x = inputs.subarray(batch * batchSize * units, (batch + 1) * batchSize * units)
      const mask = dropoutMask(masks, rate, x.length)
      const total = (values: ArrayLike<number>) => momentsOf(values, 0).variance + momentsOf(values, 1).variance
      return total(x) / total(x.map((value, index) => value * mask[index]!))
    })
    const [found] = await shift()
    expect(found!.layer).toBe(1)
    expect(differences(found!.ratios, expected, tolerance)).toEqual([])
  })

  test('the prediction is v over (c² + v) / p − c²', async () => {
    const expected = Array.from({ length: batches }, (_, batch) => {
      const x = inputs.subarray(batch * batchSize * units, (batch + 1) * batchSize * units)
      const each = [0, 1].map((unit) => momentsOf(x, unit))
      const dropped = each.map(({ mean, variance }) => (mean ** 2 + variance) / (1 - rate) - mean ** 2)
      return (each[0]!.variance + each[1]!.variance) / (dropped[0]! + dropped[1]!)
    })
    expect(differences((await shift())[0]!.predicted, expected, tolerance)).toEqual([])
  })
})

test('without a dropout nothing shifts, and nothing is predicted to', async () => {
  const network = net(normalisation)
  const [found] = await varianceShifts(network, weightsOf(network), inputs, batchSize, randomStream('a', 'b'))
  expect([...found!.ratios, ...found!.predicted]).toEqual(Array(2 * batches).fill(1))
})

describe('statistics taken anew', () => {
  const network = net(dropout, normalisation, { kind: 'dense', units: 1 })

  test('are the mean and the variance of what comes undropped', async () => {
    const taken = await recalibrated(network, weightsOf(network), inputs)
    const expected = [0, 1].map((unit) => momentsOf(inputs, unit))
    expect(
      differences(
        taken[1]!.movingMean!,
        expected.map(({ mean }) => mean),
        tolerance,
      ),
    ).toEqual([])
    expect(
      differences(
        taken[1]!.movingVariance!,
        expected.map(({ variance }) => variance),
        tolerance,
      ),
    ).toEqual([])
  })

  test('are all that changes', async () => {
    const weights = weightsOf(network)
    const [, { movingMean: _, movingVariance: __, ...normalised }, dense] = (await recalibrated(
      network,
      weights,
      inputs,
    )) as [unknown, (typeof weights)[number], unknown]
    expect(normalised).toEqual({ gamma: weights[1]!.gamma, beta: weights[1]!.beta })
    expect(dense).toEqual(weights[2])
  })
})
