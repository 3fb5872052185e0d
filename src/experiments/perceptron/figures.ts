import * as Plot from '@observablehq/plot'
import { falseDecision } from '../../claims/error-budget.ts'
import { meanEvidence } from '../../claims/evidence.ts'
import { formatNumber } from '../../claims/format-number.ts'
import { colours, draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import type { Vector } from './geometry.ts'
import type { Measures } from './measures.ts'

/** The two arms of a comparison; in Problem 1 the first is hinge loss and the second the perceptron. */
interface Arms {
  readonly better: Measures
  readonly worse: Measures
}

const hinge = 'hinge loss, a = 1'
const perceptron = 'perceptron, a = 0'
const colourOf = { [hinge]: colours.blue, [perceptron]: colours.orange }

function named({ better, worse }: Arms): [keyof typeof colourOf, Measures][] {
  return [
    [perceptron, worse],
    [hinge, better],
  ]
}

/** Boundaries of many training sets over the unit square, with the points of one set. */
export function boundaries(arms: Arms): Figure {
  const drawn = Math.min(200, 2 * arms.better.pairs)
  const angles = named(arms).map(
    ([loss, { weights }]) => [loss, boundaryAngles(weights.subarray(0, 2 * drawn))] as const,
  )
  const lines = angles.flatMap(([loss, each]) =>
    each.filter(crossesTheSquare).map((angle) => {
      const [x, y] = endOfDirection(angle / 90)
      return { loss, x, y }
    }),
  )
  const points = named(arms).flatMap(([loss, { firstTrainingSet }]) => pointsOf(firstTrainingSet, loss))
  return draw({
    name: 'boundaries',
    caption:
      `Boundaries from ${drawn} training sets; the true one is dashed, at 45° to x₁. ${angles.map(spreadInWords).join(' ')} ` +
      'Dots: one set, the positive points filled.',
    height: 380,
    fx: { label: null, domain: [perceptron, hinge] },
    x: { domain: [0, 1], label: 'x₁' },
    y: { domain: [0, 1], label: 'x₂' },
    marks: [
      Plot.frame({ strokeOpacity: 0.3 }),
      Plot.link(lines, {
        ariaDescription: 'boundaries',
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

/** How the test accuracy is distributed over the pairs of training sets, with the means and their intervals. */
export function accuracyDistributions(arms: Arms, finding: string): Figure {
  const lowest = Math.min(...named(arms).map(([, { testAccuracy }]) => testAccuracy.reduce((a, b) => Math.min(a, b))))
  const least = Math.min(0.95, Math.floor(20 * lowest) / 20)
  const means = named(arms).map(([loss, { testAccuracy }]) => {
    const { value, low, high } = meanEvidence('test_accuracy', testAccuracy)
    return { loss, value, low: Math.max(least, low!), high: Math.min(1, high!) }
  })
  return draw({
    name: 'test-accuracies',
    caption:
      `Test accuracy over ${arms.better.pairs} pairs of training sets, with the means (dashed) and their intervals (grey, ` +
      `each bound wrong with the probability ${formatNumber(falseDecision)}). ${finding}`,
    height: 320,
    fy: { label: null, domain: [perceptron, hinge] },
    x: { label: 'test accuracy', domain: [least, 1] },
    y: { label: 'share of the pairs, %', percent: true, grid: true, nice: true },
    marginLeft: 60,
    marginRight: 120,
    color: { type: 'identity' },
    marks: [
      Plot.rect(means, {
        ariaDescription: 'intervals of the means',
        x1: 'low',
        x2: 'high',
        fy: 'loss',
        fill: colours.grey,
        fillOpacity: 0.6,
      }),
      Plot.rectY(named(arms).flatMap(histogram), {
        ariaDescription: 'shares of the pairs',
        x1: 'from',
        x2: 'to',
        y: 'share',
        fy: 'loss',
        fill: 'colour',
      }),
      Plot.ruleX(means, {
        ariaDescription: 'means',
        x: 'value',
        fy: 'loss',
        stroke: 'currentColor',
        strokeDasharray: '5,4',
      }),
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
    caption: `Chance that two trainings on different points classify a place differently. ${finding}`,
    height: 380,
    fx: { label: null, domain: [perceptron, hinge] },
    x: { label: 'x₁', domain: [0, 1] },
    y: { label: 'x₂', domain: [0, 1] },
    color: {
      type: 'threshold',
      domain: [0.02, 0.05, 0.1, 0.2, 0.3, 0.4],
      scheme: 'blues',
      legend: true,
      label: 'chance that two trainings disagree',
    },
    marks: [
      Plot.line(sectors, {
        ariaDescription: 'sectors',
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

/** Shares of the pairs in bins of one percentage point, the last with both its ends. */
function histogram([loss, { testAccuracy, pairs }]: [keyof typeof colourOf, Measures]) {
  const counts = new Int32Array(100)
  // Rounded first, as 100 · 0.57 lies just below 57.
  for (const accuracy of testAccuracy) counts[Math.min(99, Math.floor(Math.round(1e6 * accuracy) / 1e4))]!++
  return Array.from(counts, (count, bin) => ({
    loss,
    colour: colourOf[loss],
    from: bin / 100,
    to: (bin + 1) / 100,
    share: count / pairs,
  })).filter(({ share }) => share > 0)
}

/** Angles of the lines w·x = 0 to the x₁ axis in degrees, of [−45, 135): weights of no length have none. */
function boundaryAngles(weights: Float64Array): number[] {
  return Array.from({ length: weights.length / 2 }, (_, run): Vector => [weights[2 * run]!, weights[2 * run + 1]!])
    .filter(([w1, w2]) => Math.hypot(w1, w2) > 0)
    .map(([w1, w2]) => (Math.atan2(-w1, w2) * 180) / Math.PI)
    .map((angle) => ((angle + 45 + 360) % 180) - 45)
}

function crossesTheSquare(angle: number): boolean {
  return angle > 0 && angle < 90
}

/** 'hinge loss, a = 1: 180 cross the unit square, and the middle 90 % lie at 20.1° to 70.3°.' */
function spreadInWords([loss, angles]: readonly [string, readonly number[]]): string {
  const sorted = [...angles].sort((a, b) => a - b)
  const left = Math.floor(0.05 * sorted.length)
  const [low, high] = [sorted.at(left), sorted.at(-1 - left)].map((angle) => `${angle?.toFixed(1) ?? '–'}°`)
  return `${loss}: ${angles.filter(crossesTheSquare).length} cross the unit square, and the middle 90 % lie at ${low} to ${high}.`
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
