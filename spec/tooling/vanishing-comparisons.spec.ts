import { expect, test } from 'vitest'
import {
  compareDepths,
  compareDepthsOverGains,
  compareInputs,
  compareInputsOverDeviations,
  deepOverShallow,
  firstOverLast,
  firstOverLastSignal,
} from '../../src/experiments/vanishing-gradients/comparisons.ts'
import type { GradientConfiguration, GradientNorms } from '../../src/experiments/vanishing-gradients/gradient-norms.ts'
import type { Laboratory } from '../../src/training/laboratory.ts'
import type { RunRequest } from '../../src/training/run-store.ts'

const norms = (kernels: number[], biases: number[]): GradientNorms => ({
  kernels: kernels.map((norm) => Float64Array.of(norm, 1)),
  biases: biases.map((norm) => Float64Array.of(norm, 1)),
})

/** In place of gradients this laboratory has the configuration that they would be measured with. */
const laboratory = {
  seed: 'comparisons',
  engine: async () => ({ name: 'cpu', version: '0' }),
  store: { runAll: async (requests: RunRequest<unknown>[]) => requests.map(({ key }) => key.configuration) },
} as unknown as Laboratory

const net: GradientConfiguration = {
  ...{ activation: 'tanh', hiddenLayers: 5, width: 4, gain: 3, inputDeviation: 10, batch: 2, runs: 2 },
}

test('ratios of gradients are decades, of the first to the last hidden layer and of the deep to the shallow net', () => {
  const deep = norms([0.01, 7, 100], [1, 7, 0.1])
  expect(firstOverLast(deep)).toEqual(Float64Array.of(-4, 0))
  expect(firstOverLastSignal(deep)).toEqual(Float64Array.of(1, 0))
  expect(deepOverShallow({ deep, shallow: norms([10], [5]) })).toEqual(Float64Array.of(-3, 0))
  expect(firstOverLast(norms([0, 1], [1, 1]))[0]).toBe(Number.NEGATIVE_INFINITY)
})

test('a comparison of depths measures nets that differ in nothing else', async () => {
  const { deep, shallow } = await compareDepths({ ...net, shallowLayers: 2 }, laboratory)
  expect([deep, shallow]).toEqual([net, { ...net, hiddenLayers: 2 }])
})

test('a comparison of inputs measures nets that differ in nothing else', async () => {
  const { measured, other } = await compareInputs({ ...net, otherDeviation: 1 }, laboratory)
  expect([measured, other]).toEqual([net, { ...net, inputDeviation: 1 }])
})

test('the figure has both activations at every gain, whatever the claim is about', async () => {
  const { deep, overGains } = await compareDepthsOverGains({ ...net, shallowLayers: 2 }, laboratory)
  expect(deep).toEqual(net)
  const shown = overGains.map(({ configuration: { activation, gain } }) => `${activation} ${gain}`)
  expect(shown).toEqual(['tanh', 'sigmoid'].flatMap((name) => [0.5, 1, 2, 3].map((gain) => `${name} ${gain}`)))
  for (const { configuration, deep: own } of overGains) expect({ ...own, shallowLayers: 2 }).toEqual(configuration)
})

test('the figure of inputs has both activations at every deviation, whatever the claim is about', async () => {
  const { measured, other, overDeviations } = await compareInputsOverDeviations(
    { ...net, otherDeviation: 1 },
    laboratory,
  )
  expect([measured, other]).toEqual([net, { ...net, inputDeviation: 1 }])
  const shown = overDeviations.map(({ configuration }) => `${configuration.activation} ${configuration.inputDeviation}`)
  expect(shown).toEqual(['tanh', 'sigmoid'].flatMap((name) => [0.1, 1, 10, 100].map((each) => `${name} ${each}`)))
  for (const { configuration, norms: own } of overDeviations) expect(own).toEqual(configuration)
})
