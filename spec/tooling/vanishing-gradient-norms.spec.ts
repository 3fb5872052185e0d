import { beforeAll, describe, expect, test } from 'vitest'
import { falseDecision } from '../../src/claims/error-budget.ts'
import { normalWeights } from '../../src/experiments/vanishing-gradients/deep-nets.ts'
import { type GradientConfiguration, measureNorms } from '../../src/experiments/vanishing-gradients/gradient-norms.ts'
import { predictedNorms } from '../../src/experiments/vanishing-gradients/mean-field.ts'
import { randomStream } from '../../src/random/stream.ts'
import { sampleOf } from '../../src/statistics/sample.ts'
import { meanInterval } from '../../src/statistics/student-t.ts'
import { float32Sum, isClose } from '../../src/tolerances.ts'
import { openLaboratory } from '../../src/training/laboratory.ts'

beforeAll(() => openLaboratory(process.env).engine())

/** The mean of the values is this number, as far as their count tells. */
function expectMean(values: Float64Array, expected: number, what: string) {
  const { low, high } = meanInterval(sampleOf(values), falseDecision)
  expect(low, what).toBeLessThanOrEqual(expected)
  expect(high, what).toBeGreaterThanOrEqual(expected)
}

// Much wider than deep, as the theory asks for, and many nets.
const wide = { hiddenLayers: 3, width: 64, batch: 8, runs: 200 }

describe.each<Pick<GradientConfiguration, 'activation' | 'gain' | 'inputDeviation'>>([
  { activation: 'tanh', gain: 1, inputDeviation: 1 },
  { activation: 'tanh', gain: 3, inputDeviation: 0.5 },
  { activation: 'sigmoid', gain: 1, inputDeviation: 1 },
  { activation: 'sigmoid', gain: 4, inputDeviation: 3 },
])('the squared gradients of $activation nets of gain $gain with inputs of deviation $inputDeviation', (net) => {
  test('are on average what mean-field theory predicts, layer by layer', async () => {
    const configuration = { ...wide, ...net }
    const { kernels } = await measureNorms(configuration, 'mean field')
    const predicted = predictedNorms(configuration)
    expect(kernels).toHaveLength(predicted.length)
    for (const [layer, norms] of kernels.entries()) {
      const ratios = norms.map((norm) => (norm / predicted[layer]!) ** 2)
      expectMean(ratios, 1, `layer ${layer}`)
    }
  })
})

test('with one example, the gradient of the first layer is what comes back to it times the length of the input', async () => {
  const shared = { hiddenLayers: 2, width: 8, inputDeviation: 3, batch: 1, runs: 100 }
  const lengths = async (net: Pick<GradientConfiguration, 'activation' | 'gain'>) => {
    const { kernels, biases } = await measureNorms({ ...shared, ...net }, 'one example')
    return kernels[0]!.map((norm, run) => norm / biases[0]![run]!)
  }
  const [tanh, sigmoid] = [
    await lengths({ activation: 'tanh', gain: 1 }),
    await lengths({ activation: 'sigmoid', gain: 2 }),
  ]
  // A product, its average over one example, and the square in both norms.
  for (const [run, length] of tanh.entries()) expect(isClose(sigmoid[run]!, length, float32Sum(4, length))).toBe(true)
  const squares = tanh.map((length) => length ** 2)
  expectMean(squares, shared.width * shared.inputDeviation ** 2, 'squared length of the input')
})

test('a gradient whose square is no number of float32 has a norm', async () => {
  const shared = { activation: 'sigmoid', hiddenLayers: 16, width: 4, inputDeviation: 1, batch: 2 } as const
  const { kernels, biases } = await measureNorms({ ...shared, gain: 0.1, runs: 3 }, 'tiny gradients')
  for (const norm of [...kernels[0]!, ...biases[0]!]) {
    expect(Math.fround(norm ** 2)).toBe(0)
    expect(norm).toBeGreaterThan(0)
  }
})

test('nets that differ in depth, activation or gain share the normal values behind their layers', () => {
  const net = { activation: 'tanh', hiddenLayers: 3, width: 4, gain: 1 } as const
  const drawn = (changed: object) => normalWeights({ ...net, ...changed }, randomStream('weights', 'net'))
  const first = drawn({}).map(({ kernel }) => kernel!)
  expect(drawn({ hiddenLayers: 2 }).map(({ kernel }) => kernel!)).toEqual([...first.slice(0, 2), first[2]!.slice(0, 4)])
  expect(drawn({ activation: 'sigmoid', gain: 2 })[1]!.kernel).toEqual(first[1]!.map((value) => 2 * value))
  expect(first[0]).not.toEqual(first[1])
  expect(drawn({})[1]!.bias).toEqual(new Float32Array(4))
})
