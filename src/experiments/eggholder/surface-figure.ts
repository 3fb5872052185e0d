import * as Plot from '@observablehq/plot'
import { formatNumber } from '../../claims/format-number.ts'
import { type ColourLevels, divergingLevels, sequentialLevels } from '../../report/colour-levels.ts'
import { drawPanels } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { heatMap } from '../../report/heat-map.ts'
import { differences } from '../../statistics/differences.ts'
import { momentsOf } from '../../statistics/moments.ts'
import { quantile } from '../../statistics/quantile.ts'
import { halfWidth } from './function.ts'
import type { Surface } from './learned-surface.ts'
import { functionSurface } from './surface.ts'

/** The function lies between −960 and 1050: what little is above 1000 has the colour of that end. */
const valueLevels = sequentialLevels(-1000, 1000, 16)

/** The share of the residuals that the colours tell apart. */
const shownShare = 0.99

/** Sides of a panel and of the square in it, in pixels: the rest is for the title and the axes. */
const panel = { width: 240, height: 240, marginTop: 38, marginRight: 20, marginBottom: 42, marginLeft: 60 } as const

/**
 * The function, what nets have learned of it, and below each of these how far it is off.
 *
 * @param surfaces - at least one, all of as many points
 */
export function learnedSurfaces(surfaces: readonly Surface[], finding: string): Figure {
  const learned = surfaces.filter(({ values }) => values.every(Number.isFinite))
  const truth = functionSurface(Math.sqrt(surfaces[0]!.values.length))
  const residuals = learned.map(({ values }) => differences(values, truth))
  // At least 1: a finer scale would show the noise that the nets were trained on.
  const reach = roundedUp(Math.max(1, ...residuals.map((values) => quantile(values.map(Math.abs), shownShare))))
  const residualLevels = divergingLevels(reach, 15)
  const diverged = surfaces.length - learned.length
  return drawPanels({
    name: 'learned-surfaces',
    caption:
      'The Eggholder function f and what nets have learned of it, each the best of its depth on the test points; below, ' +
      'what is learned minus f, with the root mean square error over the square. All values are in the unit of f; errors ' +
      `beyond the scale, of each net one in a hundred at most, have the colour of its end.${leftOut(diverged)} ${finding}`,
    columns: 1 + learned.length,
    ...{ width: panel.width, height: panel.height },
    panels: [
      mapPanel('the function f', truth, valueLevels),
      ...learned.map(({ title, values }) => mapPanel(title, values, valueLevels)),
      legendPanel([
        { title: 'value of f', levels: valueLevels },
        { title: 'learned − f', levels: residualLevels },
      ]),
      ...residuals.map((values) =>
        mapPanel(`RMSE ${formatNumber(rootMeanSquare(values))}, unit of f`, values, residualLevels),
      ),
    ],
  })
}

function mapPanel(title: string, values: Float64Array, levels: ColourLevels): Plot.PlotOptions {
  const edges: [number, number] = [-halfWidth, halfWidth]
  return {
    ...panel,
    x: { label: 'x₁', domain: edges, ticks: [-halfWidth, 0, halfWidth] },
    y: { label: 'x₂', domain: edges, ticks: [-halfWidth, 0, halfWidth] },
    marks: [
      heatMap({ values, columns: Math.sqrt(values.length), x: edges, y: edges, levels }),
      Plot.text([title], { ariaDescription: 'title', frameAnchor: 'top', dy: -14, fill: 'currentColor' }),
    ],
  }
}

/** What the colours mean: a bar for each scale, as tall as a map. */
function legendPanel(bars: readonly { readonly title: string; readonly levels: ColourLevels }[]): Plot.PlotOptions {
  const rows = bars.flatMap(({ title, levels: { colours } }, bar) =>
    colours.map((fill, level) => ({ title, bar, fill, y1: level / colours.length, y2: (level + 1) / colours.length })),
  )
  const ticks = bars.flatMap(({ levels: { low, high } }, bar) =>
    [0, 0.25, 0.5, 0.75, 1].map((y) => ({ bar, y, text: formatNumber(low + y * (high - low)).replace('-', '−') })),
  )
  return {
    ...panel,
    x: { axis: null, domain: [0, 2] },
    y: { axis: null, domain: [0, 1] },
    color: { type: 'identity' },
    marks: [
      Plot.rect(rows, {
        ariaDescription: 'legend',
        ...{ x1: 'bar', x2: ({ bar }: { bar: number }) => bar + 0.25, y1: 'y1', y2: 'y2', fill: 'fill' },
        shapeRendering: 'crispEdges',
      }),
      Plot.text(ticks, {
        ...{ x: ({ bar }: { bar: number }) => bar + 0.25, y: 'y', text: 'text', textAnchor: 'start', dx: 6 },
        fill: 'currentColor',
      }),
      Plot.text(bars, {
        ...{ x: (_: unknown, bar: number) => bar, y: 1, text: 'title', textAnchor: 'start', dy: -14 },
        fill: 'currentColor',
      }),
    ],
  }
}

/** To the next of 1, 2, 3, 4, 6, 8, 10, 20, …, whose halves are round too. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return power * [1, 2, 3, 4, 6, 8, 10].find((factor) => factor * power >= value)!
}

function rootMeanSquare(values: Float64Array): number {
  const { mean, variance } = momentsOf(values)
  return Math.sqrt(mean ** 2 + variance)
}

function leftOut(diverged: number): string {
  return diverged === 0 ? '' : ` Nets left out because they diverged: ${diverged}.`
}
