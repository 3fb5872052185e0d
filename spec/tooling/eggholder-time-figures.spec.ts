import { expect, test } from 'vitest'
import { timeOverParameters } from '../../src/experiments/eggholder/time-figure.ts'
import { colours } from '../../src/report/draw.ts'
import { elements, numbers, texts } from './eggholder/figure-elements.ts'

const rounds = (seconds: number) => Float64Array.from({ length: 41 }, (_, round) => seconds * 1.01 ** (round - 20))
const nets = [
  { net: { hidden: [16], normalised: false }, seconds: rounds(0.001) },
  { net: { hidden: [64], normalised: false }, seconds: rounds(0.01) },
  { net: { hidden: [16, 16], normalised: false }, seconds: rounds(0.1) },
]
const figure = timeOverParameters(nets, 'The finding.')

test('time over parameters has medians at their places, ten times as long as far as the next', () => {
  const down = numbers(figure, '[aria-description="medians"] circle', 'cy')
  const across = numbers(figure, '[aria-description="medians"] circle', 'cx')
  // In the order of the parameters: 65, 257 and, of two layers of 16 units, 337.
  expect(down[0]! - down[1]!).toBeCloseTo(down[1]! - down[2]!, 6)
  expect((across[2]! - across[0]!) / (across[1]! - across[0]!)).toBeCloseTo(Math.log(337 / 65) / Math.log(257 / 65), 6)
})

test('time over parameters has intervals around the medians that leave out the longest rounds', () => {
  const medians = numbers(figure, '[aria-description="medians"] circle', 'cy')
  const [low, high] = ['y1', 'y2'].map((end) => numbers(figure, '[aria-description="intervals"] line', end))
  const percent = (medians[0]! - medians[1]!) * (Math.log(1.01) / Math.log(10))
  for (const [place, median] of medians.entries()) {
    // The 7th and the 35th of 41: fewer than 7 tails of 41 tosses have the probability 2.2e-6, fewer than 8 1.2e-5.
    expect((low![place]! - median) / percent).toBeCloseTo(14, 6)
    expect((median - high![place]!) / percent).toBeCloseTo(14, 6)
  }
})

test('time over parameters says what the axes are, what the colours are, and what was found', () => {
  expect(texts(figure)).toEqual(
    expect.arrayContaining(['↑ time of a training step, ms', 'trainable parameters →', '1 hidden layer', '1', '10']),
  )
  const strokes = elements(figure, '[aria-description="curves"] path').map((path) => path.getAttribute('stroke'))
  expect(strokes).toEqual([colours.orange, colours.blue])
  expect(figure.name).toBe('time-over-parameters')
  expect(figure.caption).toMatch(/median over 41 rounds, .* The finding\.$/)
})
