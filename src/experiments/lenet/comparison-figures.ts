import * as Plot from '@observablehq/plot'
import type { Evidence } from '../../claims/evidence.ts'
import { colours, draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import type { TrainedPair } from './comparison.ts'
import type { Cells } from './factorial.ts'
import { scores } from './scores.ts'
import type { VarianceShift } from './variance-shift.ts'

/** One value for each seed of two arms. */
export interface PairedValues {
  /** what the values are, with the unit: 'test accuracy', 'test loss, nat' */
  readonly label: string
  readonly arms: readonly [string, string]
  /** pairs of the first arm's value and the second's, one a seed */
  readonly values: readonly (readonly [number, number])[]
}

/** The values of two arms, seed by seed: a line joins what began with the same kernels and saw the same batches. */
export function pairsOverSeeds({ label, arms, values }: PairedValues, finding: string): Figure {
  const rows = values.flatMap((pair, seed) => pair.map((value, arm) => ({ arm: arms[arm]!, value, seed })))
  return draw({
    name: 'pairs-over-seeds',
    caption: `Each line is a pair of trainings from the same kernels on the same batches. ${finding}`,
    height: 320,
    x: { label: null, domain: [...arms], inset: 60 },
    y: { label, grid: true, nice: true },
    marks: [
      Plot.line(rows, { x: 'arm', y: 'value', z: 'seed', stroke: colours.grey, strokeWidth: 1 }),
      Plot.dot(rows, { x: 'arm', y: 'value', fill: colours.blue, r: 3.5 }),
    ],
  })
}

/** The scores of two arms on the test images, seed by seed. */
export function testScoresOverSeeds(
  pairs: readonly TrainedPair[],
  score: keyof typeof scores,
  arms: readonly [better: string, worse: string],
  finding: string,
): Figure {
  const { of, unit } = scores[score]
  const values = pairs.map(({ better, worse }) => [of(better.test), of(worse.test)] as const)
  return pairsOverSeeds({ label: `test ${score}${unit === '1' ? '' : `, ${unit}`}`, arms, values }, finding)
}

/**
 * What Dropout changes, without and with batch normalisation: parallel lines would be benefits that add up.
 *
 * @param label - what the score is, with its unit
 */
export function interactionPlot(label: string, cells: Cells<Evidence>, finding: string): Figure {
  const rows = [
    { dropout: 'no Dropout', normalisation: 'without BatchNorm', stroke: colours.orange, ...cells.neither },
    { dropout: 'Dropout', normalisation: 'without BatchNorm', stroke: colours.orange, ...cells.dropout },
    { dropout: 'no Dropout', normalisation: 'with BatchNorm', stroke: colours.blue, ...cells.batchNormalisation },
    { dropout: 'Dropout', normalisation: 'with BatchNorm', stroke: colours.blue, ...cells.both },
  ]
  return draw({
    name: 'interaction',
    caption: `If the benefits added up, the lines would be parallel. ${finding}`,
    height: 320,
    marginRight: 140,
    x: { label: null, domain: ['no Dropout', 'Dropout'], inset: 60 },
    y: { label, grid: true, nice: true },
    color: { type: 'identity' },
    marks: [
      Plot.line(rows, { x: 'dropout', y: 'value', z: 'normalisation', stroke: 'stroke', strokeWidth: 2 }),
      Plot.ruleX(rows, { x: 'dropout', y1: 'low', y2: 'high', stroke: 'stroke', strokeWidth: 1.5 }),
      Plot.dot(rows, { x: 'dropout', y: 'value', fill: 'stroke', r: 3.5 }),
      Plot.text(
        rows.filter(({ dropout }) => dropout === 'Dropout'),
        { x: 'dropout', y: 'value', text: 'normalisation', textAnchor: 'start', dx: 10, fill: 'currentColor' },
      ),
    ],
  })
}

/**
 * The ratios of variances at each layer, measured in each batch and by the formula.
 *
 * @param layers - their names, in the order of the shifts
 */
export function varianceRatios(shifts: readonly VarianceShift[], layers: readonly string[], finding: string): Figure {
  const rows = shifts.flatMap(({ ratios }, place) => Array.from(ratios, (ratio) => ({ layer: layers[place]!, ratio })))
  const formula = shifts.map(({ predicted }, place) => ({
    layer: layers[place]!,
    ratio: predicted.reduce((sum, ratio) => sum + ratio, 0) / predicted.length,
  }))
  return draw({
    name: 'variance-ratios',
    caption:
      'Variance in evaluation over that in training of what BatchNorm receives; dots are batches, bars are by the ' +
      `formula. ${finding}`,
    height: 320,
    x: { label: 'layer before BatchNorm', domain: [...layers], type: 'band' },
    y: { label: 'ratio of variances', grid: true, domain: [0, 1.05] },
    marks: [
      Plot.ruleY([1], { stroke: colours.grey, strokeDasharray: '4,4' }),
      Plot.dot(rows, { x: 'layer', y: 'ratio', stroke: colours.blue, r: 3 }),
      Plot.tickY(formula, { x: 'layer', y: 'ratio', stroke: colours.orange, strokeWidth: 2.5 }),
    ],
  })
}
