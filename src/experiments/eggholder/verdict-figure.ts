import * as Plot from '@observablehq/plot'
import type { Verdict } from '../../claims/verdict.ts'
import { boundsInWords } from '../../report/bounds-in-words.ts'
import { colours, draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { differences } from '../../statistics/differences.ts'
import { divergedInWords } from './caption-parts.ts'
import { averageOverNets, type TwoDepths } from './depth-comparison.ts'
import { keyBelow, layoutWithKey } from './depth-look.ts'
import { testRmseAfter } from './errors.ts'
import { type MeanWithInterval, meanWithInterval } from './mean-with-interval.ts'
import { epochTicks, shownEpochs } from './shown-epochs.ts'
import { unlessDiverged } from './trained-nets.ts'

const colourOf: Readonly<Record<Verdict, string>> = {
  reproduced: colours.blue,
  refuted: colours.orange,
  inconclusive: colours.grey,
}
const meanings: Readonly<Record<Verdict, string>> = {
  reproduced: 'the deeper nets are better',
  refuted: 'they are not better by the smallest effect of interest',
  inconclusive: 'neither is sure',
}

/**
 * By how much the error on the test points is larger in the shallower nets, after each epoch, and what a judge would say
 * had training ended there.
 *
 * @param arms - by the titles of their panels, all trained for as many epochs
 * @param smallestEffect - difference of errors that anybody would care about, in standard deviations of the target
 */
export function verdictOverEpochs(
  arms: ReadonlyMap<string, TwoDepths>,
  smallestEffect: number,
  finding: string,
): Figure {
  const all = [...arms.values()].flatMap(({ shallower, deeper }) => [...shallower, ...deeper])
  const epochs = all[0]!.repetitions[0]!.testErrors.length
  const rows = [...arms].flatMap(([panel, compared]) =>
    shownEpochs(epochs, 60).map((epoch) => {
      const mean = meanWithInterval(shallowerMinusDeeper(compared, epoch))
      return { panel, epoch, ...mean, stroke: colourOf[verdictOf(mean, smallestEffect)] }
    }),
  )
  const panels = [...arms.keys()]
  const levels = [
    { at: 0, text: 'no difference', dashes: 'none', dy: 8 },
    { at: smallestEffect, text: 'smallest effect', dashes: '5,4', dy: -8 },
  ]
  const key = Object.entries(meanings).map(([verdict, meaning]) => ({
    text: `${verdict}: ${meaning}`,
    fill: colourOf[verdict as Verdict],
  }))
  return draw({
    name: 'verdict-over-epochs',
    caption:
      'Root mean square error on the test points of the shallower nets minus that of the deeper ones, had training ended ' +
      `after so many epochs: means over ${all[0]!.repetitions.length} repetitions with intervals (${boundsInWords}), in the colour ` +
      `of the verdict. Dashed: the smallest effect of interest, ${smallestEffect}.${divergedInWords(all)} ${finding}`,
    ...layoutWithKey(key.length, {
      type: 'log',
      label: 'epochs of training',
      ticks: epochTicks(epochs),
      tickFormat: 'd',
      inset: 8,
    }),
    marginRight: 104,
    fx: { label: null, domain: panels },
    y: { label: 'shallower − deeper, test RMSE, standard deviations', grid: true, nice: true },
    color: { type: 'identity' },
    marks: [
      Plot.frame({ strokeOpacity: 0.3 }),
      ...levels.map(({ at, text, dashes }) =>
        Plot.ruleY([at], { ariaDescription: text, stroke: 'currentColor', strokeDasharray: dashes }),
      ),
      ...levels.map(({ at, text, dy }) =>
        Plot.text([text], {
          ...{ fx: [panels.at(-1)], y: [at], text: [text], frameAnchor: 'right', textAnchor: 'start', dx: 6, dy },
          fill: 'currentColor',
        }),
      ),
      Plot.ruleX(rows, {
        ariaDescription: 'intervals',
        ...{ fx: 'panel', x: 'epoch', y1: 'low', y2: 'high', stroke: 'stroke', strokeWidth: 3, strokeOpacity: 0.6 },
      }),
      Plot.line(rows, { ariaDescription: 'means', fx: 'panel', x: 'epoch', y: 'value', stroke: 'currentColor' }),
      ...keyBelow(panels[0]!, key),
    ],
  })
}

/** One difference for each repetition in which no net diverged. */
function shallowerMinusDeeper({ shallower, deeper }: TwoDepths, epoch: number): Float64Array {
  const [above, below] = [shallower, deeper].map((nets) => averageOverNets(nets, unlessDiverged(testRmseAfter(epoch))))
  return differences(above!, below!).filter(Number.isFinite)
}

/** As `judgeOrdering` has it, of the claim that the difference lies above 0. */
function verdictOf({ low, high }: MeanWithInterval, smallestEffect: number): Verdict {
  return high < smallestEffect ? 'refuted' : low > 0 ? 'reproduced' : 'inconclusive'
}
