import * as Plot from '@observablehq/plot'
import { groupBy } from '../../group-by.ts'
import { colours, draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import type { ComparedShifts, ShiftMeasure } from './covariate-shift-comparison.ts'
import { laterLayers } from './layer-inputs.ts'

/** A definition of internal covariate shift, as a figure shows it. */
export interface ShownShift {
  /** of the figure's file */
  readonly name: string
  readonly measure: ShiftMeasure
  /** the axis' title, with the unit */
  readonly label: string
}

/** The shift of each later layer over the steps of training: a dot for each training, a line for their geometric mean. */
export function shiftOverSteps(
  [batchNormalised, plain]: ComparedShifts,
  { name, measure, label }: ShownShift,
  finding: string,
): Figure {
  const nets = [
    { variant: 'with BatchNorm', trainings: batchNormalised, stroke: colours.blue },
    { variant: 'without', trainings: plain, stroke: colours.orange },
  ]
  const dots = nets.flatMap(({ variant, trainings, stroke }) =>
    trainings.flatMap((shifts) =>
      shifts.flatMap(({ step, layers }) =>
        layers.map((shift, index) => ({ variant, stroke, step, layer: laterLayers[index]!, shift: measure(shift) })),
      ),
    ),
  )
  const means = geometricMeans(dots)
  return draw({
    name,
    caption:
      `What one step of training shifts in each layer, by a logarithmic axis. Dots: ${plain.length} trainings of each net; ` +
      `lines: their geometric means. ${finding}`,
    height: 360,
    marginRight: 20,
    fx: { label: null, domain: laterLayers },
    x: { label: 'step', ticks: 4, tickFormat: 'd', insetLeft: 6, insetRight: 6 },
    y: { type: 'log', label, grid: true, ticks: 5, tickFormat: '~g', inset: 8 },
    color: { type: 'identity' },
    marks: [
      Plot.frame({ strokeOpacity: 0.3 }),
      Plot.dot(dots, { fx: 'layer', x: 'step', y: 'shift', fill: 'stroke', fillOpacity: 0.25, r: 1.5 }),
      Plot.line(means, { fx: 'layer', x: 'step', y: 'shift', z: 'variant', stroke: 'stroke', strokeWidth: 2 }),
      ...nets.map(({ variant, stroke }, place) =>
        Plot.text([variant], {
          fx: [laterLayers.at(-1)!],
          frameAnchor: 'bottom-right',
          dx: -8,
          dy: 18 * (place - nets.length),
          fill: stroke,
          fontWeight: 'bold',
        }),
      ),
    ],
  })
}

interface Dot {
  readonly variant: string
  readonly stroke: string
  readonly step: number
  readonly layer: string
  readonly shift: number
}

function geometricMeans(dots: readonly Dot[]): Dot[] {
  const groups = groupBy(dots, ({ variant, layer, step }) => `${variant} ${layer} ${step}`)
  return Array.from(groups.values(), (group) => {
    const logarithm = group.reduce((sum, { shift }) => sum + Math.log(shift), 0) / group.length
    return { ...group[0]!, shift: Math.exp(logarithm) }
  })
}
