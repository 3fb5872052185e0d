import * as Plot from '@observablehq/plot'
import { boundsInWords } from '../../report/bounds-in-words.ts'
import { draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { divergedInWords } from './caption-parts.ts'
import { depthColour, depthInWords, depthsOf } from './depth-look.ts'
import { testRmse, trainingRmse } from './errors.ts'
import type { TrainedNet } from './experiment.ts'
import { meanWithInterval } from './mean-with-interval.ts'
import { averagesWithoutDiverged, hasDiverged } from './trained-nets.ts'

const sets = [
  ['training points', trainingRmse],
  ['test points', testRmse],
] as const

/** The errors on training and on test points after the last epoch, by depth: a line for each repetition, and the means. */
export function gapsOfErrors(trained: readonly TrainedNet[], finding: string): Figure {
  const nets = trained.map(({ net: { hidden }, repetitions }) => ({ hiddenLayers: hidden.length, repetitions }))
  const lines = nets.flatMap(({ hiddenLayers, repetitions }, net) =>
    repetitions
      .filter((repetition) => !hasDiverged(repetition))
      .flatMap((repetition, number) =>
        sets.map(([set, errorOf]) => ({
          depth: depthInWords(hiddenLayers),
          stroke: depthColour(hiddenLayers),
          training: `${net} ${number}`,
          set,
          error: errorOf(repetition),
        })),
      ),
  )
  const means = depthsOf(nets).flatMap((hiddenLayers) => {
    const members = trained.filter(({ net }) => net.hidden.length === hiddenLayers)
    return sets.map(([set, errorOf]) => ({
      depth: depthInWords(hiddenLayers),
      set,
      ...meanWithInterval(averagesWithoutDiverged(members, errorOf), 0),
    }))
  })
  return draw({
    name: 'gaps',
    caption:
      'Root mean square error on the training points and on the test points after the last epoch, in evaluation mode: the ' +
      `steeper a line, the wider the gap. Lines: one training each; bars: means with their intervals (${boundsInWords}).` +
      `${divergedInWords(trained)} ${finding}`,
    height: 340,
    marginTop: 46,
    marginLeft: 48,
    fx: { label: null, domain: depthsOf(nets).map(depthInWords) },
    x: { type: 'point', label: null, domain: sets.map(([set]) => set), padding: 0.4 },
    y: { label: 'RMSE, standard deviations of the target', grid: true, zero: true, nice: true },
    color: { type: 'identity' },
    marks: [
      Plot.frame({ strokeOpacity: 0.3 }),
      Plot.line(lines, { fx: 'depth', x: 'set', y: 'error', z: 'training', stroke: 'stroke', strokeOpacity: 0.35 }),
      Plot.ruleX(means, { fx: 'depth', x: 'set', y1: 'low', y2: 'high', stroke: 'currentColor', strokeWidth: 2 }),
      Plot.dot(means, { fx: 'depth', x: 'set', y: 'value', fill: 'currentColor', r: 4 }),
    ],
  })
}
