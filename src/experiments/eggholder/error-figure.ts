import * as Plot from '@observablehq/plot'
import { boundsInWords } from '../../report/bounds-in-words.ts'
import { draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { divergedInWords } from './caption-parts.ts'
import { depthColour, depthInWords, type KeyLine, keyBelow, layoutWithKey, panelOf, panelsOf } from './depth-look.ts'
import { testRmseAfter } from './errors.ts'
import type { TrainedNet } from './experiment.ts'
import { type Group, groupsOf } from './groups-of-nets.ts'
import { meanWithInterval } from './mean-with-interval.ts'
import { epochTicks, shownEpochs } from './shown-epochs.ts'
import { averagesWithoutDiverged } from './trained-nets.ts'

/** The error on the test points after each epoch, by depth; all nets are trained for as many epochs. */
export function errorsOverEpochs(trained: readonly TrainedNet[], finding: string): Figure {
  const groups = groupsOf(trained)
  const epochs = trained[0]!.repetitions[0]!.testErrors.length
  const rows = groups.flatMap(({ hiddenLayers, normalised, members }) =>
    shownEpochs(epochs, 60).map((epoch) => ({
      hiddenLayers,
      panel: panelOf(normalised),
      stroke: depthColour(hiddenLayers),
      epoch,
      ...meanWithInterval(averagesWithoutDiverged(members, testRmseAfter(epoch)), 0),
    })),
  )
  const panels = panelsOf(groups)
  const keys = panels.map((panel) => ({
    panel,
    lines: groups.filter(({ normalised }) => panelOf(normalised) === panel).map(keyLine),
  }))
  const shared = { fx: 'panel', x: 'epoch', z: 'hiddenLayers' } as const
  const repetitions = Math.max(...trained.map((net) => net.repetitions.length))
  return draw({
    name: 'errors-over-epochs',
    caption:
      'Root mean square error on the test points after each epoch, in evaluation mode; 1 is that of the best constant. ' +
      `Lines: means over ${repetitions} repetitions of the average over the nets of a depth; bands: their intervals ` +
      `(${boundsInWords}).${divergedInWords(trained)} ${finding}`,
    ...layoutWithKey(Math.max(...keys.map(({ lines }) => lines.length)), {
      ...{ type: 'log', label: 'epoch', ticks: epochTicks(epochs), tickFormat: 'd', inset: 8 },
    }),
    marginRight: 20,
    fx: { label: null, domain: panels },
    y: { label: 'test RMSE, standard deviations of the target', grid: true, zero: true, nice: true },
    color: { type: 'identity' },
    marks: [
      Plot.frame({ strokeOpacity: 0.3 }),
      Plot.ruleY([1], { stroke: 'currentColor', strokeDasharray: '5,4', strokeOpacity: 0.6 }),
      Plot.areaY(rows, {
        ...{ ...shared, ariaDescription: 'bands', y1: 'low', y2: 'high', fill: 'stroke', fillOpacity: 0.2 },
      }),
      Plot.line(rows, { ...shared, ariaDescription: 'curves', y: 'value', stroke: 'stroke', strokeWidth: 2 }),
      ...keys.flatMap(({ panel, lines }) => keyBelow(panel, lines)),
    ],
  })
}

/** '2 hidden layers: 128-32'; how many nets there are of it if they are many. */
function keyLine({ hiddenLayers, members }: Group<TrainedNet>): KeyLine {
  const widths = members.map(({ net }) => net.hidden.join('-'))
  const nets = widths.length <= 2 ? widths.join(', ') : `${widths.length} nets`
  return { text: `${depthInWords(hiddenLayers)}: ${nets}`, fill: depthColour(hiddenLayers) }
}
