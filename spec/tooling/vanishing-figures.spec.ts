import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import type { ComparedDepths } from '../../src/experiments/vanishing-gradients/comparisons.ts'
import { meanDerivatives } from '../../src/experiments/vanishing-gradients/derivative-figure.ts'
import { gradientsByLayer } from '../../src/experiments/vanishing-gradients/gradient-figure.ts'
import { lossOverDepth } from '../../src/experiments/vanishing-gradients/learning-figure.ts'
import { predictedNorms } from '../../src/experiments/vanishing-gradients/mean-field.ts'
import { colours } from '../../src/report/draw.ts'
import type { Figure } from '../../src/report/figure.ts'
import { facets } from './report/facets.ts'

/** Nets whose gradients are as predicted, while those of their shallow rivals are larger by a factor. */
function asPredicted(activation: 'tanh' | 'sigmoid', gain: number, factor: number): ComparedDepths {
  const configuration = {
    ...{ activation, gain, hiddenLayers: 4, width: 8, inputDeviation: 1, batch: 2, runs: 3, shallowLayers: 1 },
  }
  const kernels = predictedNorms(configuration).map((norm) => Float64Array.of(norm, norm, norm))
  const shallow = { kernels: [kernels[0]!.map((norm) => factor * norm)], biases: [] }
  return { configuration, deep: { kernels, biases: [] }, shallow }
}

test('gradients by layer lie on the theory that they follow, and their fates are named', () => {
  const gains = [asPredicted('tanh', 0.5, 1e4), asPredicted('tanh', 1, 10), asPredicted('tanh', 3, 0.1)]
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

const circles = ({ svg }: Figure) => [...parseHTML(svg).document.querySelectorAll('[aria-description="means"] circle')]
const heights = (figure: Figure) => circles(figure).map((circle) => Number(circle.getAttribute('cy')))

test('the mean derivatives of the engine stand at their deviations, from 0 below to 1 above', () => {
  const measured = [0.1, 10].map((deviation) => ({
    ...{ activation: 'tanh' as const, deviation, derivatives: Float32Array.of(0, 0.5) },
  }))
  const figure = meanDerivatives(measured)
  const [floor, ceiling] = [340 - 44, 36]
  const quarter = floor + (ceiling - floor) / 4
  expect(heights(figure)).toEqual([quarter, quarter])
  expect(circles(figure).map((circle) => Number(circle.getAttribute('cx')))).toEqual([60, 720 - 80])
  expect(figure.caption).toContain('that of tanh from 0.9902 to 0.07946')
})

test('the loss over the depth has a tenth as far below a tenth as that lies below the whole', () => {
  const learnt = [1, 0.1, 0.01].map((share, index) => ({
    ...{ activation: 'sigmoid' as const, hiddenLayers: index + 1, lossLeft: Float64Array.of(share, share) },
  }))
  const figure = lossOverDepth(learnt, 'loss_left is 1.')
  const [whole, tenth, hundredth] = heights(figure)
  expect(tenth! - whole!).toBeGreaterThan(0)
  expect(Math.round(hundredth! - tenth!)).toBe(Math.round(tenth! - whole!))
  expect(figure.caption).toMatch(/means of 2 nets.* loss left is 1\.$/)
})
