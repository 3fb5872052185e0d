import * as Plot from '@observablehq/plot'
import { falseDecision } from '../../claims/error-budget.ts'
import { formatNumber } from '../../claims/format-number.ts'
import { boundsInWords } from '../../report/bounds-in-words.ts'
import { draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { medianInterval, medianPlace } from '../../statistics/median-interval.ts'
import { quantile } from '../../statistics/quantile.ts'
import { trainableCount } from '../../training/network-parameters.ts'
import { depthColour, depthKey, keyBelow, layoutWithKey, panelOf, panelsOf } from './depth-look.ts'
import { groupsOf } from './groups-of-nets.ts'
import { type EggholderNet, eggholderNetwork } from './networks.ts'

/** How long a net takes for a training step. */
export interface TimedNet {
  readonly net: EggholderNet
  /** of one step, a value for each round */
  readonly seconds: ArrayLike<number>
}

/** The time of a training step over the parameters that it moves, by depth. */
export function timeOverParameters(timed: readonly TimedNet[], finding: string): Figure {
  const groups = groupsOf(timed)
  const rows = groups.flatMap(({ hiddenLayers, normalised, members }) =>
    members.map(({ net, seconds }) => {
      const milliseconds = Float64Array.from(seconds, (value) => 1000 * value)
      return {
        hiddenLayers,
        panel: panelOf(normalised),
        stroke: depthColour(hiddenLayers),
        parameters: trainableCount(eggholderNetwork(net)),
        median: quantile(milliseconds, 0.5),
        ...medianInterval(milliseconds, falseDecision),
      }
    }),
  )
  rows.sort((a, b) => a.parameters - b.parameters)
  const panels = panelsOf(groups)
  const key = depthKey(groups)
  const shared = { fx: 'panel', x: 'parameters', stroke: 'stroke' } as const
  const rounds = timed.map(({ seconds }) => seconds.length)
  return draw({
    name: 'time-over-parameters',
    caption:
      `Time of a training step over the trainable parameters, both axes logarithmic. Dots: a net’s median over ` +
      `${Math.min(...rounds)} rounds, with intervals (${intervalsInWords(Math.min(...rounds))}). ${finding}`,
    ...layoutWithKey(key.length, { type: 'log', label: 'trainable parameters', inset: 16, ticks: 4, tickFormat: '~s' }),
    marginRight: 20,
    fx: { label: null, domain: panels },
    y: {
      ...{ type: 'log', label: 'time of a training step, ms', grid: true, ticks: 6, inset: 10 },
      tickFormat: formatNumber,
    },
    color: { type: 'identity' },
    marks: [
      Plot.frame({ strokeOpacity: 0.3 }),
      Plot.line(rows, { ...shared, ariaDescription: 'curves', y: 'median', z: 'hiddenLayers', strokeWidth: 2 }),
      Plot.ruleX(rows, { ...shared, ariaDescription: 'intervals', y1: 'low', y2: 'high', strokeWidth: 1.5 }),
      Plot.dot(rows, { fx: 'panel', x: 'parameters', ariaDescription: 'medians', y: 'median', fill: 'stroke', r: 3.5 }),
      ...keyBelow(panels[0]!, key),
    ],
  })
}

/** Too few rounds hold no interval so sure. */
function intervalsInWords(rounds: number): string {
  return medianPlace(rounds, falseDecision) < 0 ? 'from the least to the most of them' : boundsInWords
}
