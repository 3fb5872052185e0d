import * as Plot from '@observablehq/plot'
import { shareEvidence } from '../../claims/evidence.ts'
import { boundsInWords } from '../../report/bounds-in-words.ts'
import { colours, draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { type BornDead, chanceOfBlocking } from './born-dead.ts'
import { collapseCount, type Rule } from './rules.ts'
import type { Collapse } from './train-runs.ts'

const nameOf: Readonly<Record<Rule, string>> = {
  notebook: 'the notebook’s rule',
  constant: 'constant to a millionth',
  dead: 'dead',
}
const colourOf: Readonly<Record<Rule, string>> = {
  notebook: colours.orange,
  constant: colours.blue,
  dead: colours.green,
}

/** Shares of collapsed nets by arm and rule, with their intervals. */
export function collapseRates(
  arms: ReadonlyMap<string, Collapse>,
  finding: string,
  rules: readonly Rule[] = ['notebook', 'constant', 'dead'],
): Figure {
  const rows = [...arms].flatMap(([arm, collapse]) =>
    // No leaky net can be dead, which is no finding.
    rules
      .filter((rule) => rule !== 'dead' || collapse.dead.includes(1))
      .map((rule) => {
        const { successes, trials } = collapseCount(rule, collapse)
        const { value, low, high } = shareEvidence('', successes, trials)
        return { arm, rule: nameOf[rule], value, low, high, stroke: colourOf[rule] }
      }),
  )
  return draw({
    name: 'collapse-rates',
    caption: `Share of collapsed nets by each rule, with intervals (${boundsInWords}). ${finding}`,
    height: 90 + 26 * rows.length,
    marginLeft: 24 + 6.5 * Math.max(...[...arms.keys()].map((arm) => arm.length)),
    marginRight: 190,
    x: { label: 'share of the nets', domain: [0, 1], grid: true },
    y: { label: null, domain: rules.map((rule) => nameOf[rule]), axis: null },
    fy: { label: null, domain: [...arms.keys()], axis: 'left' },
    color: { type: 'identity' },
    marks: [
      Plot.ruleY(rows, { x1: 'low', x2: 'high', y: 'rule', fy: 'arm', stroke: 'stroke', strokeWidth: 2 }),
      Plot.dot(rows, { x: 'value', y: 'rule', fy: 'arm', fill: 'stroke', r: 4 }),
      Plot.text(rows, {
        x: 'high',
        y: 'rule',
        fy: 'arm',
        text: ({ rule, value }: (typeof rows)[number]) => `${(100 * value!).toFixed(1)} % ${rule}`,
        textAnchor: 'start',
        dx: 8,
        fill: 'currentColor',
      }),
    ],
  })
}

/** A count of the twin: nets that are dead with one hidden layer, with two, … */
interface TwinCount {
  readonly width: number
  readonly runs: number
  readonly deadByHiddenLayers: readonly number[]
}

/** How often first weights are dead, by depth and width: the engine's counts, the twin's, and the bound of theory. */
export function bornDeadByDepth(
  counts: ReadonlyMap<number, BornDead>,
  twins: readonly TwinCount[],
  finding: string,
): Figure {
  const measured = [...counts].flatMap(([width, { nets, byHiddenLayers }]) =>
    byHiddenLayers.map((dead, index) => {
      const { value, low, high } = shareEvidence('', dead, nets)
      return { width, hiddenLayers: index + 1, value, low, high }
    }),
  )
  const theory = [...counts].flatMap(([width, { byHiddenLayers }]) =>
    byHiddenLayers.map((_, index) => {
      const hiddenLayers = index + 1
      return { width, hiddenLayers, bound: chanceOfBlocking({ hiddenLayers, width }) }
    }),
  )
  const twin = twins
    .filter(({ width }) => counts.has(width))
    .flatMap(({ width, runs, deadByHiddenLayers }) =>
      deadByHiddenLayers.map((dead, index) => ({ width, hiddenLayers: index + 1, share: dead / runs })),
    )
  const depth = Math.max(...measured.map(({ hiddenLayers }) => hiddenLayers))
  return draw({
    name: 'born-dead',
    caption:
      `Share of first weights that are dead, by width: dots with intervals on the engine, the line by the float64 twin, and ` +
      `dashed the chance that one given input is blocked, which bounds it. ${finding}`,
    height: 380,
    marginRight: 80,
    x: { label: 'hidden layers', ticks: depth / 2, tickFormat: 'd', inset: 6 },
    y: { label: 'share of the nets', domain: [0, 1], grid: true },
    marks: [
      Plot.line(theory, {
        x: 'hiddenLayers',
        y: 'bound',
        z: 'width',
        stroke: colours.grey,
        strokeDasharray: '4,4',
      }),
      Plot.line(twin, { x: 'hiddenLayers', y: 'share', z: 'width', stroke: colours.orange }),
      Plot.ruleX(measured, { x: 'hiddenLayers', y1: 'low', y2: 'high', stroke: colours.blue }),
      Plot.dot(measured, { x: 'hiddenLayers', y: 'value', fill: colours.blue, r: 2.5 }),
      Plot.text(
        measured.filter(({ hiddenLayers }) => hiddenLayers === depth),
        {
          x: 'hiddenLayers',
          y: 'value',
          text: ({ width }: { width: number }) => `width ${width}`,
          textAnchor: 'start',
          dx: 10,
          fill: 'currentColor',
        },
      ),
    ],
  })
}
