import { describe, expect, test } from 'vitest'
import { lenet, type Variant } from '../../src/experiments/lenet/networks.ts'
import { violins } from '../../src/experiments/lenet/normalisation-figure.ts'
import {
  firstValues,
  type LearnedNormalisation,
  normalisationEvidence,
  normalisationParameters,
  normalisationsOf,
} from '../../src/experiments/lenet/normalisation-parameters.ts'
import { randomStream } from '../../src/random/stream.ts'
import { initialWeights } from '../../src/training/network-parameters.ts'
import { facets } from './report/facets.ts'

const first = (variant: Variant) =>
  normalisationsOf(variant, initialWeights(lenet(variant), randomStream('any', 'lenet')))

describe('the batch normalisations of a LeNet-5', () => {
  test.each([
    ['plain', []],
    ['dropout', []],
    ['batch normalisation', ['C1 6', 'C3 16', 'C5 120', 'F6 84']],
    ['input batch normalisation', ['input 1', 'C1 6', 'C3 16', 'C5 120', 'F6 84']],
    ['both', ['input 1', 'C1 6', 'C3 16', 'C5 120', 'F6 84']],
  ] as const)('of the variant %s have the names and the channels of their layers', (variant, expected) => {
    for (const parameter of normalisationParameters) {
      expect(first(variant).map((each) => `${each.layer} ${each[parameter].length}`)).toEqual(expected)
    }
  })

  test('have the known values before training', () => {
    for (const normalisation of first('both')) {
      for (const parameter of normalisationParameters) {
        expect(new Set(normalisation[parameter])).toEqual(new Set([firstValues[parameter]]))
      }
    }
  })
})

const learned: LearnedNormalisation[] = [
  {
    layer: 'input',
    gamma: Float32Array.of(2),
    beta: Float32Array.of(-1),
    movingMean: Float32Array.of(0.5),
    movingVariance: Float32Array.of(0.25),
  },
  {
    layer: 'F6',
    gamma: Float32Array.from({ length: 17 }, (_, unit) => unit),
    beta: Float32Array.from({ length: 17 }, (_, unit) => -unit),
    movingMean: new Float32Array(17),
    movingVariance: Float32Array.from({ length: 17 }, (_, unit) => 2 + unit),
  },
]

test('evidence of them is the mean, the smallest and the largest value of each', () => {
  const evidence = new Map(normalisationEvidence(learned).map(({ metric, value }) => [metric, value]))
  expect(evidence.size).toBe(2 * 4 * 3)
  expect(evidence.get('gamma_of_f6_mean')).toBe(8)
  expect(evidence.get('beta_of_f6_smallest')).toBe(-16)
  expect(evidence.get('moving_variance_of_f6_largest')).toBe(18)
  expect(evidence.get('moving_mean_of_input_largest')).toBe(0.5)
})

describe('violins of them', () => {
  const figure = violins(learned, 'The finding.')
  const panel = (index: number) => ({
    ...figure,
    svg: figure.svg.split('<svg ').slice(2)[index]!.replace(/^/, '<svg '),
  })

  test('are four panels, of which each has a scale of its own', () => {
    const labels = ['γ', 'β', 'moving mean', 'moving variance']
    for (const [index, label] of labels.entries()) expect(panel(index).svg).toContain(`↑ ${label}`)
    expect(figure.svg.split('<svg ')).toHaveLength(6)
    expect(figure.caption).toMatch(/dashed: before training\. The finding\.$/)
  })

  test('draw a body and a median for layers of many channels, and dots for those of few', () => {
    const { shapes } = facets(panel(0), 'fx')
    const drawn = (mark: string, tag: string) =>
      Object.fromEntries(Object.entries(shapes(mark, tag)).map(([layer, all]) => [layer, all.length]))
    expect(drawn('violins', 'path')).toEqual({ 'F6 (17)': 1 })
    expect(drawn('medians', 'line')).toEqual({ 'F6 (17)': 1 })
    expect(drawn('channels', 'circle')).toEqual({ 'input (1)': 1 })
  })

  test('draw no body where all values are one', () => {
    const { shapes } = facets(panel(2), 'fx')
    expect(shapes('violins', 'path')).toEqual({})
  })
})
