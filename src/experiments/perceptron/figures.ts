import * as Plot from '@observablehq/plot'
import { colours, draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import type { Measures } from './measures.ts'

/** The two arms of a comparison; in Problem 1 the first is hinge loss and the second the perceptron. */
interface Arms {
  readonly better: Measures
  readonly worse: Measures
}

const hinge = 'hinge loss, a = 1'
const perceptron = 'perceptron, a = 0'
const colourOf = { [hinge]: colours.blue, [perceptron]: colours.orange }

function named({ better, worse }: Arms): [string, Measures][] {
  return [
    [perceptron, worse],
    [hinge, better],
  ]
}

/** Boundaries of many training sets over the unit square, with the points of one set. */
export function boundaries(arms: Arms): Figure {
  const shown = 200
  const lines = named(arms).flatMap(([loss, { weights }]) =>
    Array.from({ length: shown }, (_, run) => boundaryEnd(weights[2 * run]!, weights[2 * run + 1]!))
      .filter((end) => end !== null)
      .map(([x, y]) => ({ loss, x, y })),
  )
  const points = named(arms).flatMap(([loss, { firstTrainingSet }]) => pointsOf(firstTrainingSet, loss))
  const count = (loss: string) => lines.filter((line) => line.loss === loss).length
  return draw({
    name: 'boundaries',
    caption:
      `Boundaries from ${shown} training sets: ${count(perceptron)} of the perceptron's and ${count(hinge)} of hinge ` +
      "loss's cross the unit square, the latter more widely spread about the true one (dashed). Dots: one set of 20 points, the positive ones filled.",
    height: 380,
    fx: { label: null, domain: [perceptron, hinge] },
    x: { domain: [0, 1], label: 'x₁' },
    y: { domain: [0, 1], label: 'x₂' },
    marks: [
      Plot.frame({ strokeOpacity: 0.3 }),
      Plot.link(lines, {
        fx: 'loss',
        x1: 0,
        y1: 0,
        x2: 'x',
        y2: 'y',
        stroke: ({ loss }: { loss: keyof typeof colourOf }) => colourOf[loss],
        strokeOpacity: 0.2,
      }),
      Plot.link([[1, 1]], {
        x1: 0,
        y1: 0,
        x2: '0',
        y2: '1',
        stroke: 'currentColor',
        strokeDasharray: '5,4',
        strokeWidth: 1.5,
      }),
      Plot.dot(points, { fx: 'loss', x: 'x', y: 'y', fill: 'fill', stroke: 'currentColor', r: 3.5 }),
    ],
    color: { type: 'identity' },
  })
}

/** How the test accuracy is distributed over the pairs of training sets, with the means. */
export function accuracyDistributions(arms: Arms, finding: string): Figure {
  const rows = named(arms).flatMap(([loss, { testAccuracy }]) =>
    Array.from(testAccuracy, (accuracy) => ({ loss, accuracy })),
  )
  return draw({
    name: 'test-accuracies',
    caption: `Test accuracy over ${arms.better.pairs} pairs of training sets, with the means. ${finding}`,
    height: 320,
    fy: { label: null, domain: [perceptron, hinge] },
    x: { label: 'test accuracy', domain: [0.3, 1], clamp: true },
    y: { label: 'share of the pairs, %', percent: true, grid: true, nice: true },
    marginLeft: 60,
    marginRight: 120,
    color: { type: 'identity' },
    marks: [
      Plot.rectY(
        rows,
        Plot.binX({ y: 'proportion-facet' }, {
          x: 'accuracy',
          fy: 'loss',
          fill: ({ loss }: { loss: keyof typeof colourOf }) => colourOf[loss],
          interval: 0.01,
        } as Plot.BinXInputs<Plot.RectYOptions>),
      ),
      Plot.ruleX(
        named(arms).map(([loss, { testAccuracy }]) => ({ loss, mean: mean(testAccuracy) })),
        { x: 'mean', fy: 'loss', stroke: 'currentColor', strokeDasharray: '5,4' },
      ),
      Plot.ruleY([0]),
    ],
  })
}

/**
 * Chance, at each place of the unit square, that two independent training sets classify it differently. Boundaries
 * pass through the origin, so it depends on the direction of the place alone and is drawn in sectors.
 */
export function disagreementOverTheSquare(arms: Arms, finding: string): Figure {
  const sectors = named(arms).flatMap(([loss, { weights, pairs }]) =>
    Array.from({ length: sectorCount }, (_, sector) => {
      const chance = chanceOfDisagreement(weights, pairs, (sector + 0.5) / sectorCount)
      return sectorCorners(sector / sectorCount, (sector + 1) / sectorCount).map(([x, y]) => ({
        loss,
        sector,
        chance,
        x,
        y,
      }))
    }).flat(),
  )
  return draw({
    name: 'disagreement',
    caption: `Chance that two independent training sets classify a place differently. ${finding}`,
    height: 380,
    fx: { label: null, domain: [perceptron, hinge] },
    x: { label: 'x₁', domain: [0, 1] },
    y: { label: 'x₂', domain: [0, 1] },
    color: {
      type: 'threshold',
      domain: [0.02, 0.05, 0.1, 0.2, 0.3, 0.4],
      scheme: 'blues',
      legend: true,
      label: 'chance that two training sets disagree',
    },
    marks: [
      Plot.line(sectors, {
        fx: 'loss',
        z: 'sector',
        x: 'x',
        y: 'y',
        fill: 'chance',
        stroke: 'chance',
        strokeWidth: 0.8,
      }),
      Plot.frame({ strokeOpacity: 0.3 }),
      Plot.text(
        named(arms).map(([loss, { disagreement }]) => ({
          loss,
          text: `mean ${(100 * mean(disagreement)).toFixed(1)} %`,
        })),
        { fx: 'loss', text: 'text', frameAnchor: 'top-left', dx: 6, dy: 6, fill: '#1f2328' },
      ),
    ],
  })
}

const sectorCount = 120

/** A sector of the unit square between two directions, as fractions of the right angle from x₁ to x₂. */
function sectorCorners(from: number, to: number): [number, number][] {
  return [[0, 0], endOfDirection(from), endOfDirection(to), [0, 0]]
}

/** Where a direction leaves the unit square; with an even count of sectors its corner is an end of two of them. */
function endOfDirection(fraction: number): [number, number] {
  const [x, y] = [Math.cos((fraction * Math.PI) / 2), Math.sin((fraction * Math.PI) / 2)]
  return [x / Math.max(x, y), y / Math.max(x, y)]
}

/** Where the line w·x = 0 leaves the unit square; null if it only touches the origin. */
function boundaryEnd(w1: number, w2: number): [number, number] | null {
  const direction = [Math.abs(w2), Math.abs(w1)] as const
  const longest = Math.max(...direction)
  return w1 * w2 < 0 && longest > 0 ? [direction[0] / longest, direction[1] / longest] : null
}

function pointsOf(signed: Float64Array, loss: string) {
  return Array.from({ length: signed.length / 2 }, (_, point) => {
    const [z1, z2] = [signed[2 * point]!, signed[2 * point + 1]!]
    return { loss, x: Math.abs(z1), y: Math.abs(z2), fill: z1 > 0 ? 'currentColor' : 'var(--plot-background)' }
  })
}

function chanceOfDisagreement(weights: Float64Array, pairs: number, direction: number): number {
  const [x, y] = endOfDirection(direction)
  let different = 0
  for (let pair = 0; pair < pairs; pair++) {
    const first = weights[4 * pair]! * x + weights[4 * pair + 1]! * y
    const second = weights[4 * pair + 2]! * x + weights[4 * pair + 3]! * y
    if (first > 0 !== second > 0) different++
  }
  return different / pairs
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
