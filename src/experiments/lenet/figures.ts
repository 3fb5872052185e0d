import * as Plot from '@observablehq/plot'
import { colours, draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import type { TrainedPair } from './comparison.ts'
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
  return draw({
    name: 'learning-curves',
    caption: `Accuracy in each epoch; dashed while training, solid on the test images. ${finding}`,
    height: 340,
    marginRight: 140,
    x: { label: 'epoch', ticks: epochs, tickFormat: 'd', inset: 8 },
    y: { label: 'accuracy', grid: true, nice: true },
    color: { type: 'identity' },
    marks: ['training', 'test'].flatMap((set) => {
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
        Plot.text(set === 'test' ? curve.filter(({ epoch }) => epoch === epochs) : [], {
          x: 'epoch',
          y: 'accuracy',
          text: 'variant',
          textAnchor: 'start',
          dx: 8,
          fill: 'currentColor',
        }),
      ]
    }),
  })
}
