import * as Plot from '@observablehq/plot'
import { colours, draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { collapsedBy, largestVariance } from './rules.ts'
import type { Simulation } from './submitted.ts'
import { type Collapse, grid } from './train-runs.ts'

const [before, after] = ['first weights', 'after training']

/** The functions of the first runs, before and after training, over the target |x|. */
export function functionsOfRuns(collapse: Collapse, finding: string): Figure {
  const isCollapsed = collapsedBy('constant', collapse)
  const lines = collapse.functions.flatMap(({ first, trained }, run) =>
    [
      { stage: before, values: first },
      { stage: after, values: trained },
    ].flatMap(({ stage, values }) =>
      Array.from(values, (y, place) => ({ stage, run, x: grid[place]!, y, stroke: strokeOf(isCollapsed[run]!) })),
    ),
  )
  const target = [before, after].flatMap((stage) => [...grid].map((x) => ({ stage, x, y: Math.abs(x) })))
  return draw({
    name: 'functions',
    caption:
      `What the first ${collapse.functions.length} nets make of their input, before and after training; orange: constant ` +
      `in the end, blue: not. Dashed: the target |x|. ${finding}`,
    height: 340,
    fx: { label: null, domain: [before, after] },
    x: { label: 'input x', ticks: 5 },
    y: { label: 'output', grid: true, domain: [-1, 3], clamp: true },
    color: { type: 'identity' },
    marks: [
      Plot.line(target, { fx: 'stage', x: 'x', y: 'y', stroke: 'currentColor', strokeDasharray: '5,4' }),
      Plot.line(lines, { fx: 'stage', x: 'x', y: 'y', z: 'run', stroke: 'stroke', strokeOpacity: 0.4 }),
    ],
  })
}

function strokeOf(collapsed: boolean): string {
  return collapsed ? colours.orange : colours.blue
}

/** The least variance that is drawn; smaller ones, and 0, stand in the first bin. */
const leastExponent = -20

/** How the variance of the output is distributed over the runs, with the thresholds of the two rules. */
export function varianceHistogram(arms: ReadonlyMap<string, Collapse>, finding: string): Figure {
  const bins = [...arms].flatMap(([arm, { variance }]) => {
    const counts = new Map<number, number>()
    for (const value of variance) {
      const exponent = Math.max(leastExponent, Math.min(0, Math.floor(2 * Math.log10(value)) / 2))
      counts.set(exponent, (counts.get(exponent) ?? 0) + 1)
    }
    return [...counts].map(([from, count]) => ({ arm, from, to: from + 0.5, share: count / variance.length }))
  })
  const thresholds = [
    { at: Math.log10(largestVariance.constant), text: 'constant to a millionth' },
    { at: Math.log10(largestVariance.notebook), text: 'the notebook’s rule' },
  ]
  return draw({
    name: 'variances',
    caption:
      'Variance of the output over the test points; left of a dashed line a rule sees a collapse, and the first bin has all ' +
      `that are smaller, or 0. ${finding}`,
    height: 90 + 90 * arms.size,
    marginRight: 90,
    x: { label: 'variance of the output (log₁₀)', domain: [leastExponent, 1], ticks: 11, tickFormat: '~g' },
    y: { label: 'share of the nets, %', percent: true, grid: true, ticks: 3, nice: true },
    fy: { label: null, domain: [...arms.keys()] },
    marks: [
      Plot.rectY(bins, { x1: 'from', x2: 'to', y: 'share', fy: 'arm', fill: colours.blue }),
      Plot.ruleX(thresholds, { x: 'at', stroke: 'currentColor', strokeDasharray: '5,4' }),
      Plot.text(thresholds, {
        x: 'at',
        text: 'text',
        fy: () => [...arms.keys()][0],
        frameAnchor: 'top',
        textAnchor: 'end',
        dx: -4,
        dy: 2,
        fill: 'currentColor',
      }),
      Plot.ruleY([0]),
    ],
  })
}

/** Which fits of each simulation the notebook's rule calls a collapse, one simulation a row. */
export function fitsOfSimulations(simulations: readonly Simulation[], finding: string): Figure {
  const shown = simulations.slice(0, 120).map(({ collapsed }) => Array.from(collapsed.subarray(0, 40)))
  // Sorted, so that the eye compares lengths: 1.0 on top.
  const rows = shown.sort((a, b) => total(b) - total(a))
  const cells = rows.flatMap((fits, row) =>
    fits.map((collapsed, fit) => ({ row, fit: fit + 1, fill: strokeOf(collapsed === 1) })),
  )
  const most = Math.max(...rows.map(({ length }) => length))
  return draw({
    name: 'fits',
    caption:
      `The first fits of ${rows.length} simulations, one a row: orange where the notebook’s rule sees a collapse after the ` +
      `fit, blue where it sees none, blank where a simulation was left alone. ${finding}`,
    height: 120 + Math.max(3 * rows.length, 200),
    x: {
      label: 'fit',
      labelAnchor: 'right',
      labelArrow: true,
      type: 'band',
      tickFormat: (fit: number) => (most <= 10 || fit % 5 === 0 ? String(fit) : ''),
    },
    y: { label: 'simulation', labelAnchor: 'top', labelArrow: true, type: 'band', ticks: [], padding: 0.2 },
    color: { type: 'identity' },
    marks: [Plot.cell(cells, { x: 'fit', y: 'row', fill: 'fill' })],
  })
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
