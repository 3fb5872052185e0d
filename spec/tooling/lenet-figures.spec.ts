import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { learningCurves, lossTrajectories, reportedAgainstMeasured } from '../../src/experiments/lenet/figures.ts'
import type { Figure } from '../../src/report/figure.ts'
import type { EpochScores } from '../../src/training/train.ts'

const elements = ({ svg }: Figure, selector: string) => [...parseHTML(svg).document.querySelectorAll(selector)]
const numbers = (figure: Figure, selector: string, name: string) =>
  elements(figure, selector).map((element) => Number(element.getAttribute(name)))

const scores = (loss: number) => ({ loss, accuracy: 1 - loss })
const history = (...losses: [training: number, test: number][]): EpochScores[] =>
  losses.map(([training, test]) => ({ training: scores(training), validation: scores(test) }))

describe('loss trajectories', () => {
  const histories = [history([1, 0.5], [0.5, 0.25], [0.25, 0.2]), history([0.9, 0.6], [0.6, 0.3], [0.2, 0.125])]
  const figure = lossTrajectories(histories, { training: [1, 0.5, 0.25], test: 0.125 }, 'test_loss is as printed.')

  test('have a solid line for each training, and a dashed one for its test images', () => {
    const dashes = (set: string) =>
      elements(figure, `[aria-description="${set}"]`).map((group) => group.getAttribute('stroke-dasharray'))
    expect(elements(figure, '[aria-description="training"] path')).toHaveLength(2)
    expect(elements(figure, '[aria-description="test"] path')).toHaveLength(2)
    expect([dashes('training'), dashes('test')]).toEqual([[null], ['5,4']])
    expect(figure.caption).toMatch(/^Loss in each epoch of 2 trainings .* test loss is as printed\.$/)
  })

  test('have the notebook’s training losses in their epochs, and its test loss at the end', () => {
    const [across, down] = ['cx', 'cy'].map((axis) => numbers(figure, '[aria-description="printed"] circle', axis))
    expect(across).toEqual([across![0], across![1], across![2], across![2]])
    expect(across![1]! - across![0]!).toBe(across![2]! - across![1]!)
    // Each loss is half of the one before, on a logarithmic axis.
    const steps = [1, 2, 3].map((index) => Math.round(down![index]! - down![index - 1]!))
    expect(steps[0]).toBeGreaterThan(0)
    expect(new Set(steps).size).toBe(1)
  })

  test('have a training’s line pass through the notebook’s dots where the losses are one', () => {
    const path = elements(figure, '[aria-description="training"] path')[0]!.getAttribute('d')
    const dots = elements(figure, '[aria-description="printed"] circle').slice(0, 3)
    expect(path).toBe(
      `M${dots.map((dot) => ['cx', 'cy'].map((axis) => Number(Number(dot.getAttribute(axis)).toFixed(3)))).join('L')}`,
    )
  })
})

describe('a reported number against measured ones', () => {
  const figure = (reported: number, extraVariance?: number) =>
    reportedAgainstMeasured(
      {
        quantity: 'test accuracy',
        values: [0.9, 0.91, 0.92, 0.93, 0.94, 0.95],
        reported,
        ...(extraVariance && { extraVariance }),
      },
      'The finding.',
    )
  const ends = (drawn: Figure) => {
    const rule = elements(drawn, '[aria-description="prediction interval"] line')[0]!
    return ['x1', 'x2'].map((end) => Number(rule.getAttribute(end)))
  }
  const line = (drawn: Figure) => numbers(drawn, '[aria-description="reported"] line', 'x1')[0]!

  test('stands inside or outside the interval, where our runs are the dots', () => {
    const [inside, outside] = [figure(0.93), figure(0.2)]
    const [low, high] = ends(inside)
    const dots = numbers(inside, '[aria-description="trainings"] circle', 'cx')
    expect(dots).toHaveLength(6)
    expect(line(inside)).toBe(dots[3])
    expect(Math.min(...dots)).toBeGreaterThan(low!)
    expect(Math.max(...dots)).toBeLessThan(high!)
    expect(Math.round(low! + high!)).toBe(Math.round(dots[0]! + dots[5]!))
    expect(line(outside)).toBeLessThan(ends(outside)[0]!)
    expect(elements(outside, 'text').map(({ textContent }) => textContent)).toContain('the notebook: 0.2')
    expect(outside.caption).toMatch(/^test accuracy in 6 trainings \(dots\).* The finding\.$/)
  })

  test('has a wider interval by variance that the runs do not show', () => {
    const perDot = (drawn: Figure) => {
      const [[low, high], dots] = [ends(drawn), numbers(drawn, '[aria-description="trainings"] circle', 'cx')]
      return (high! - low!) / (dots[5]! - dots[0]!)
    }
    expect(perDot(figure(0.93, 0.01))).toBeGreaterThan(2 * perDot(figure(0.93)))
  })
})

test('learning curves have a line in training and one on test images for either net, which is named', () => {
  const answers = { right: [true], losses: Float64Array.of(0) }
  const net = { weights: [], history: history([0.5, 0.4], [0.3, 0.2]), test: answers, training: answers }
  const figure = learningCurves({ better: net, worse: net }, ['both', 'dropout'], 'The finding.')
  expect(elements(figure, '[aria-label="line"] path')).toHaveLength(4)
  expect(elements(figure, 'text').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['both', 'dropout']),
  )
  // Both end alike, and yet their names stand one above the other.
  const shifts = elements(figure, 'g[aria-label="text"]').map((group) => group.getAttribute('transform'))
  expect(shifts).toEqual(['translate(8,-7)', 'translate(8,7)'])
})
