import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { accuracyOverRemoved } from '../../src/experiments/lenet/ablation-figure.ts'
import { type ComparedShifts, shiftOfInput } from '../../src/experiments/lenet/covariate-shift-comparison.ts'
import { shiftOverSteps } from '../../src/experiments/lenet/covariate-shift-figure.ts'

test('the accuracy over removed units has a curve for each net, each as high as its accuracy', () => {
  const curves = (['dropout', 'plain'] as const).flatMap((variant, net) =>
    [0, 42, 84].map((removed) => ({ variant, removed, accuracy: (1 - net / 2) * (1 - removed / 84) })),
  )
  const figure = accuracyOverRemoved(curves, 42, 'the_accuracy falls.')
  const { document } = parseHTML(figure.svg)
  const heights = [...document.querySelectorAll('circle')].map((circle) => Number(circle.getAttribute('cy')))
  const [ceiling, floor] = [36, 360 - 44]
  const quarter = (floor - ceiling) / 4
  expect(heights).toEqual([4, 2, 0, 2, 1, 0].map((quarters) => floor - quarters * quarter))
  expect(document.querySelectorAll('[aria-label="line"] path')).toHaveLength(2)
  expect(figure.caption).toMatch(/the 42 units that the claim is judged at\. the accuracy falls\.$/)
})

test('the shift over steps has in each layer all trainings and, at their geometric mean, a line for each net', () => {
  const layers = (input: number) =>
    Array.from({ length: 4 }, () => ({ input, gradient: { difference: 1, norm: 1, cosine: 1 } }))
  const training = (...inputs: number[]) => inputs.map((input, index) => ({ step: index + 1, layers: layers(input) }))
  const shifts: ComparedShifts = [
    [training(10, 10), training(1000, 1000)],
    [training(1, 1), training(1, 1)],
  ]
  const figure = shiftOverSteps(shifts, { name: 'a-shift', measure: shiftOfInput, label: 'a shift' }, 'it falls.')
  const { document } = parseHTML(figure.svg)
  const panels = [...document.querySelectorAll('[aria-label="dot"] > g')]
  const lines = [...document.querySelectorAll('[aria-label="line"] > g')]
  expect([panels.length, lines.length]).toEqual([4, 4])
  for (const [layer, panel] of panels.entries()) {
    const heights = [...panel.querySelectorAll('circle')].map((circle) => Number(circle.getAttribute('cy')))
    expect(heights).toHaveLength(8)
    const [ten, thousand, one] = [heights[0]!, heights[2]!, heights[4]!]
    const paths = [...lines[layer]!.querySelectorAll('path')].map((path) => path.getAttribute('d')!)
    const means = paths.map((path) => Number(/,([\d.]+)/.exec(path)![1]))
    // Of 10 and 1000 the geometric mean is 100; Plot writes three decimals.
    expect(means.map(Math.round)).toEqual([(ten + thousand) / 2, one].map(Math.round))
  }
  expect(figure.caption).toContain('2 trainings of each net')
})
