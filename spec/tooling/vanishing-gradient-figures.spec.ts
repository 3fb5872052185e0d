import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import type { ComparedDepths } from '../../src/experiments/vanishing-gradients/comparisons.ts'
import { gradientsByLayer } from '../../src/experiments/vanishing-gradients/gradient-figure.ts'
import { ratiosOverInput } from '../../src/experiments/vanishing-gradients/input-figure.ts'
import { predictedNorms } from '../../src/experiments/vanishing-gradients/mean-field.ts'
import { colours } from '../../src/report/draw.ts'
import { facets } from './report/facets.ts'

/** Nets whose gradients are as predicted, while those of their shallow rivals are larger by a factor, one for each net. */
function asPredicted(activation: 'tanh' | 'sigmoid', gain: number, ...factors: number[]): ComparedDepths {
  const configuration = {
    ...{ activation, gain, hiddenLayers: 4, width: 8, inputDeviation: 1, batch: 2, runs: 3, shallowLayers: 1 },
  }
  const kernels = predictedNorms(configuration).map((norm) => Float64Array.of(norm, norm, norm))
  const shallow = { kernels: [kernels[0]!.map((norm, run) => (factors[run] ?? factors[0]!) * norm)], biases: [] }
  return { configuration, deep: { kernels, biases: [] }, shallow }
}

test('gradients by layer lie on the theory that they follow, and their fates are named', () => {
  const gains = [asPredicted('tanh', 0.5, 1e4), asPredicted('tanh', 1, 10), asPredicted('tanh', 3, 0.01)]
  const figure = gradientsByLayer([...gains, asPredicted('sigmoid', 1, 1e9)], 'Finding.')
  expect(figure.caption).toContain(
    'With tanh it vanishes at gain 0.5 and explodes at gain 3. With sigmoid it vanishes at gain 1.',
  )
  const shown = facets(figure, 'fx')
  expect(shown.texts('fates')).toEqual({
    tanh: 'gain 0.5: vanishesgain 1gain 3: explodes',
    sigmoid: 'gain 1: vanishes',
  })
  const dots = shown.shapes('means', 'circle')
  const curves = shown.shapes('theory', 'path').tanh!.map(({ d }) => d!.slice(1).split('L'))
  const places = (pairs: (string | undefined)[][]) => pairs.map((pair) => pair.map((each) => Number(each).toFixed(1)))
  expect(places(dots.tanh!.map(({ cx, cy }) => [cx, cy]))).toEqual(places(curves.flat().map((at) => at.split(','))))
  expect([dots.tanh!.length, dots.sigmoid!.length]).toEqual([12, 4])
  expect(new Set(dots.sigmoid!.map(({ fill }) => fill))).toEqual(new Set([colours.orange]))
})

test('gradients vanish below a tenth and explode above tenfold, where the whole interval is past that', () => {
  const fates = (...factors: number[]) =>
    facets(gradientsByLayer([asPredicted('tanh', 1, ...factors)], ''), 'fx').texts('fates').tanh
  expect([fates(9), fates(1 / 9)]).toEqual(['gain 1', 'gain 1'])
  expect([fates(11), fates(1 / 11)]).toEqual(['gain 1: vanishes', 'gain 1: explodes'])
  // On average a millionth, or a million times as much, of nets that differ too much to be sure of it.
  expect([fates(1e2, 1e6, 1e10), fates(1e-2, 1e-6, 1e-10)]).toEqual(['gain 1', 'gain 1'])
})

test('ratios over the input have gradients and signals at their places, a power of ten as far as the next', () => {
  const measured = [0.1, 1, 10].map((inputDeviation, power) => ({
    configuration: {
      ...{ activation: 'tanh' as const, gain: 1, hiddenLayers: 2, width: 8, inputDeviation, batch: 2, runs: 2 },
    },
    norms: {
      kernels: [Float64Array.of(10 ** power, 10 ** power), Float64Array.of(1, 1)],
      biases: [Float64Array.of(10 ** -power, 10 ** -power), Float64Array.of(1, 1)],
    },
  }))
  const figure = ratiosOverInput(measured, 'Finding.')
  const { document } = parseHTML(figure.svg)
  const places = (mark: string) =>
    [...document.querySelectorAll(`[aria-description="${mark}"] circle`)].map((circle) =>
      ['cx', 'cy'].map((name) => Number(circle.getAttribute(name))),
    )
  const [gradients, signals] = [places('gradients'), places('signals')]
  expect(signals.map(([x]) => x)).toEqual(gradients.map(([x]) => x))
  const rises = [...gradients, ...signals].map(([, y]) =>
    Math.round((100 * (gradients[0]![1]! - y!)) / (gradients[0]![1]! - gradients[1]![1]!)),
  )
  expect(rises).toEqual([0, 100, 200, 0, -100, -200])
  expect(figure.caption).toMatch(/of 2 hidden layers .* of 2 nets of width 8.* Finding\.$/)
})
