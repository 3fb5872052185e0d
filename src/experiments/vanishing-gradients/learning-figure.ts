import * as Plot from '@observablehq/plot'
import { falseDecision } from '../../claims/error-budget.ts'
import { meanEvidence } from '../../claims/evidence.ts'
import { formatNumber } from '../../claims/format-number.ts'
import { draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { activationColours } from './activation-colours.ts'
import type { LearntAtDepth } from './training.ts'

/** The loss that training leaves, over the depth of the net. */
export function lossOverDepth(learnt: readonly LearntAtDepth[], finding: string): Figure {
  const dots = learnt.map(({ activation, hiddenLayers, lossLeft }) => {
    const { value, low, high } = meanEvidence('loss_left', lossLeft)
    // An interval below zero, which few and skewed values may give, has no place on the logarithmic axis.
    const least = Math.max(low!, Math.min(...lossLeft))
    return { activation, hiddenLayers, mean: value!, low: least, high: high!, ...activationColours(activation) }
  })
  const deepest = Math.max(...dots.map(({ hiddenLayers }) => hiddenLayers))
  return draw({
    name: 'loss-over-depth',
    caption:
      `Training loss on |x| in the last epoch, as a share of the best constant's: means of ${learnt[0]!.lossLeft.length} ` +
      `nets, with intervals (each bound wrong with the probability ${formatNumber(falseDecision)}, cut at the least ` +
      `net). ${finding}`,
    height: 360,
    marginRight: 90,
    x: { label: 'hidden layers', ticks: [...new Set(dots.map(({ hiddenLayers }) => hiddenLayers))], tickFormat: 'd' },
    y: {
      type: 'log',
      label: 'training loss, share of the best constant’s',
      grid: true,
      ticks: 3,
      tickFormat: '~g',
      insetTop: 14,
    },
    color: { type: 'identity' },
    marks: [
      Plot.ruleY([1], { stroke: 'currentColor', strokeDasharray: '5,4' }),
      Plot.text([1], {
        y: (share: number) => share,
        text: () => 'best constant, 7/12',
        frameAnchor: 'left',
        dx: 120,
        dy: -8,
        fill: 'currentColor',
      }),
      Plot.line(dots, { x: 'hiddenLayers', y: 'mean', z: 'activation', stroke: 'stroke', strokeWidth: 2 }),
      Plot.ruleX(dots, {
        ariaDescription: 'intervals',
        x: 'hiddenLayers',
        y1: 'low',
        y2: 'high',
        stroke: 'stroke',
        strokeWidth: 2,
      }),
      Plot.dot(dots, { ariaDescription: 'means', x: 'hiddenLayers', y: 'mean', fill: 'stroke', r: 4 }),
      Plot.text(
        dots.filter(({ hiddenLayers }) => hiddenLayers === deepest),
        { x: 'hiddenLayers', y: 'mean', text: 'activation', textAnchor: 'start', dx: 10, fill: 'currentColor' },
      ),
    ],
  })
}
