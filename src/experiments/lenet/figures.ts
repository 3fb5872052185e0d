import * as Plot from '@observablehq/plot'
import { falseDecision } from '../../claims/error-budget.ts'
import { formatNumber } from '../../claims/format-number.ts'
import { colours, draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { sampleOf } from '../../statistics/sample.ts'
import { predictionInterval } from '../../statistics/student-t.ts'
import type { EpochScores } from '../../training/train.ts'
import type { TrainedPair } from './comparison.ts'
import { assignment } from './experiment.ts'
import type { Variant } from './networks.ts'

/** Accuracy in each epoch, in training and on the test images. */
export function learningCurves(trained: TrainedPair, arms: readonly [Variant, Variant], finding: string): Figure {
  const nets = [
    { variant: arms[0], history: trained.better.history, stroke: colours.blue },
    { variant: arms[1], history: trained.worse.history, stroke: colours.orange },
  ]
  const rows = nets.flatMap(({ variant, history, stroke }) =>
    history.flatMap(({ training, validation }, index) =>
      [
        { set: 'training', accuracy: training.accuracy },
        { set: 'test', accuracy: validation!.accuracy },
      ].map((curve) => ({ ...curve, variant, stroke, epoch: index + 1 })),
    ),
  )
  const epochs = nets[0]!.history.length
  const ends = rows
    .filter(({ set, epoch }) => set === 'test' && epoch === epochs)
    .sort((a, b) => b.accuracy! - a.accuracy!)
  return draw({
    name: 'learning-curves',
    caption:
      'Accuracy in each epoch; dashed while training, solid on the test images (at quick scale, on the first ' +
      `${assignment.quick.validationImages} of them). ${finding}`,
    height: 340,
    marginRight: 180,
    x: { label: 'epoch', ticks: epochs, tickFormat: 'd', inset: 8 },
    y: { label: 'accuracy', grid: true, nice: true },
    color: { type: 'identity' },
    marks: ['training', 'test']
      .flatMap((set) => {
        const curve = rows.filter((row) => row.set === set)
        return [
          Plot.line(curve, {
            x: 'epoch',
            y: 'accuracy',
            z: 'variant',
            stroke: 'stroke',
            strokeDasharray: set === 'training' ? '4,4' : 'none',
            strokeWidth: 2,
          }),
          Plot.dot(curve, { x: 'epoch', y: 'accuracy', fill: 'stroke', r: 2.5 }),
        ]
      })
      .concat(
        // Two nets that end alike would have their names over each other.
        ends.map((row, place) =>
          Plot.text([row], {
            ...{ x: 'epoch', y: 'accuracy', text: 'variant', textAnchor: 'start', dx: 8, dy: place === 0 ? -7 : 7 },
            fill: 'currentColor',
          }),
        ),
      ),
  })
}

/** The losses that the notebook printed for one net. */
export interface PrintedLosses {
  /** while training, one an epoch */
  readonly training: readonly number[]
  /** after the last epoch */
  readonly test: number
}

/**
 * Loss in each epoch of several trainings of one net, beside what the notebook printed.
 *
 * @param histories - of validated epochs, one for each training
 */
export function lossTrajectories(
  histories: readonly (readonly EpochScores[])[],
  printed: PrintedLosses,
  finding: string,
): Figure {
  const epochs = Math.max(printed.training.length, ...histories.map(({ length }) => length))
  const curves = [
    { set: 'training', stroke: colours.blue, dashes: 'none', of: ({ training }: EpochScores) => training.loss },
    { set: 'test', stroke: colours.green, dashes: '5,4', of: ({ validation }: EpochScores) => validation!.loss },
  ]
  const dots = [
    ...printed.training.map((loss, index) => ({ epoch: index + 1, loss, fill: colours.blue })),
    { epoch: printed.training.length, loss: printed.test, fill: colours.green },
  ]
  const key = (text: string, line: number, fill: string) =>
    Plot.text([text], {
      ...{ text: [text], frameAnchor: 'top-right', dx: -8, dy: 8 + 18 * line, fill, fontWeight: 600 },
    })
  return draw({
    name: 'loss-trajectories',
    caption:
      `Loss in each epoch of ${histories.length} trainings (lines: solid while training, dashed on the test images) and as ` +
      `the notebook printed it (dots; that of the test images after the last epoch). ${finding}`,
    height: 360,
    x: { label: 'epoch', ticks: epochs, tickFormat: 'd', inset: 12 },
    y: { type: 'log', label: 'loss, nat', grid: true, inset: 8, ticks: 6, tickFormat: formatNumber },
    color: { type: 'identity' },
    marks: [
      ...curves.map(({ set, stroke, dashes, of }) =>
        Plot.line(
          histories.flatMap((history, training) =>
            history.map((scores, index) => ({ training, epoch: index + 1, loss: of(scores) })),
          ),
          {
            ariaDescription: set,
            ...{ x: 'epoch', y: 'loss', z: 'training', stroke, strokeDasharray: dashes, strokeOpacity: 0.7 },
          },
        ),
      ),
      Plot.dot(dots, { ariaDescription: 'printed', x: 'epoch', y: 'loss', fill: 'fill', stroke: 'currentColor', r: 6 }),
      key('while training', 0, colours.blue),
      key('on the test images, dashed', 1, colours.green),
      key('dots: the notebook', 2, 'currentColor'),
    ],
  })
}

/** A number of the notebook, and the same number in our own trainings of its net. */
export interface ReportedAndMeasured {
  /** what is measured, with its unit, for instance 'test accuracy' */
  readonly quantity: string
  /** one for each training */
  readonly values: ArrayLike<number>
  readonly reported: number
  /** variance of one new run that the values do not show, see `judgeValue` */
  readonly extraVariance?: number
}

/** The notebook's number beside our runs and the interval in which one new run is predicted, as `judgeValue` has it. */
export function reportedAgainstMeasured(
  { quantity, values, reported, extraVariance = 0 }: ReportedAndMeasured,
  finding: string,
): Figure {
  const alpha = falseDecision / 2
  const { low, high } = predictionInterval(sampleOf(values), alpha, extraVariance)
  // The end of the interval that the notebook's line is not at.
  const freeEnd =
    reported < (low + high) / 2 ? ({ at: high, anchor: 'end' } as const) : ({ at: low, anchor: 'start' } as const)
  return draw({
    name: 'reported-against-measured',
    caption:
      `${quantity} in ${values.length} trainings (dots), the interval in which one new training is predicted (bar, each end ` +
      `missed with the probability ${formatNumber(alpha)}) and the notebook’s number (dashed line). ${finding}`,
    height: 170,
    marginLeft: 90,
    marginRight: 90,
    x: { label: quantity, ticks: 6, nice: true },
    y: { axis: null, domain: [-1, 1] },
    marks: [
      Plot.ruleY([0], {
        ariaDescription: 'prediction interval',
        ...{ x1: low, x2: high, stroke: colours.blue, strokeOpacity: 0.35, strokeWidth: 14 },
      }),
      Plot.dot(values, {
        ariaDescription: 'trainings',
        x: Plot.identity,
        y: () => 0,
        fill: colours.blue,
        stroke: 'currentColor',
        r: 4,
      }),
      Plot.ruleX([reported], {
        ariaDescription: 'reported',
        ...{ stroke: colours.orange, strokeWidth: 2.5, strokeDasharray: '6,4' },
      }),
      Plot.text([reported], {
        x: Plot.identity,
        text: [`the notebook: ${reported}`],
        frameAnchor: 'top',
        dy: -16,
        textAnchor: 'middle',
        fill: 'currentColor',
      }),
      Plot.text([freeEnd.at], {
        x: Plot.identity,
        y: () => -0.55,
        text: ['one new training'],
        textAnchor: freeEnd.anchor,
        fill: 'currentColor',
      }),
    ],
  })
}
