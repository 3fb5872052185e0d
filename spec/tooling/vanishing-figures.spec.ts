import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { meanDerivatives } from '../../src/experiments/vanishing-gradients/derivative-figure.ts'
import { lossOverDepth } from '../../src/experiments/vanishing-gradients/learning-figure.ts'
import type { Figure } from '../../src/report/figure.ts'

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

test('an interval of the loss that reaches below zero ends at the least net', () => {
  const learnt = [
    [0.01, 0.01],
    [0.01, 1],
  ].map((shares, index) => ({
    ...{ activation: 'sigmoid' as const, hiddenLayers: index + 1, lossLeft: Float64Array.from(shares) },
  }))
  const figure = lossOverDepth(learnt, '')
  const rules = [...parseHTML(figure.svg).document.querySelectorAll('[aria-description="intervals"] line')]
  expect(Number(rules[1]!.getAttribute('y1'))).toBe(heights(figure)[0])
})
