import * as Plot from '@observablehq/plot'
import { boundsInWords } from '../../report/bounds-in-words.ts'
import { draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { trainableCount } from '../../training/network-parameters.ts'
import { divergedInWords } from './caption-parts.ts'
import {
  depthColour,
  depthInWords,
  depthKey,
  depthsOf,
  keyBelow,
  layoutWithKey,
  panelOf,
  panelsOf,
} from './depth-look.ts'
import { testRmse } from './errors.ts'
import type { TrainedNet } from './experiment.ts'
import { bySize, groupsOf } from './groups-of-nets.ts'
import { meanWithInterval } from './mean-with-interval.ts'
import { type EggholderNet, eggholderNetwork } from './networks.ts'
import { averagesWithoutDiverged } from './trained-nets.ts'

/** What a net is as large as, and how the axis says it. */
interface Size {
  readonly name: string
  readonly of: (net: EggholderNet) => number
  /** the axis' title */
  readonly label: string
  /** 'nets of as many …' */
  readonly inWords: string
  readonly axis: Plot.ScaleOptions
  /** pixels between the curves, so that nets of one size do not hide each other's intervals */
  readonly shift: number
}

const units: Size = {
  name: 'rmse-over-units',
  of: ({ hidden }) => hidden.reduce((sum, width) => sum + width, 0),
  label: 'hidden units of all layers',
  inWords: 'hidden units',
  axis: { base: 2, ticks: 8, tickFormat: 'd' },
  shift: 5,
}

const parameters: Size = {
  name: 'rmse-over-parameters',
  of: (net) => trainableCount(eggholderNetwork(net)),
  label: 'trainable parameters',
  inWords: 'trainable parameters',
  axis: { ticks: 4, tickFormat: '~s' },
  shift: 0,
}

/** The error on the test points over the hidden units of all layers, by depth. */
export function rmseOverUnits(trained: readonly TrainedNet[], finding: string): Figure {
  return rmseOver(units, trained, finding)
}

/** The same over the parameters that gradient descent moves. */
export function rmseOverParameters(trained: readonly TrainedNet[], finding: string): Figure {
  return rmseOver(parameters, trained, finding)
}

function rmseOver(size: Size, trained: readonly TrainedNet[], finding: string): Figure {
  const groups = groupsOf(trained)
  const rows = groups.flatMap(({ hiddenLayers, normalised, members }) =>
    bySize(members, ({ net }) => size.of(net)).map(([x, nets]) => ({
      hiddenLayers,
      panel: panelOf(normalised),
      x,
      ...meanWithInterval(averagesWithoutDiverged(nets, testRmse), 0),
    })),
  )
  const panels = panelsOf(groups)
  const depths = depthsOf(groups)
  const key = depthKey(groups)
  const counts = [...new Set(trained.map((net) => net.repetitions.length))].sort((a, b) => a - b)
  const repetitions = counts.length === 1 ? counts[0] : `${counts[0]} to ${counts.at(-1)}`
  return draw({
    name: size.name,
    caption:
      `Root mean square error on the test points over the ${size.label}; 1 is that of the best constant. Dots: means over ` +
      `${repetitions} repetitions of the average over the nets of as many ${size.inWords}, with intervals (${boundsInWords}).` +
      `${size.shift > 0 ? ' Depths are drawn side by side, so that no interval hides another.' : ''}` +
      `${divergedInWords(trained)} ${finding}`,
    ...layoutWithKey(key.length, { type: 'log', label: size.label, inset: 16, ...size.axis }),
    marginRight: 20,
    fx: { label: null, domain: panels },
    y: { label: 'test RMSE, standard deviations of the target', grid: true, zero: true, nice: true },
    marks: [
      Plot.frame({ strokeOpacity: 0.3 }),
      Plot.ruleY([1], { stroke: 'currentColor', strokeDasharray: '5,4', strokeOpacity: 0.6 }),
      ...depths.flatMap((depth, place) => {
        const curve = rows.filter(({ hiddenLayers }) => hiddenLayers === depth)
        const shared = { fx: 'panel', x: 'x', dx: size.shift * (place - (depths.length - 1) / 2) } as const
        const [words, stroke] = [depthInWords(depth), depthColour(depth)]
        return [
          Plot.line(curve, { ...shared, ariaDescription: `curve, ${words}`, y: 'value', stroke, strokeWidth: 2 }),
          Plot.ruleX(curve, {
            ...shared,
            ariaDescription: `intervals, ${words}`,
            y1: 'low',
            y2: 'high',
            stroke,
            strokeWidth: 1.5,
          }),
          Plot.dot(curve, { ...shared, ariaDescription: `means, ${words}`, y: 'value', fill: stroke, r: 3.5 }),
        ]
      }),
      ...keyBelow(panels[0]!, key),
    ],
  })
}
