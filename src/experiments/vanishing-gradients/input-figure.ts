import * as Plot from '@observablehq/plot'
import { falseDecision } from '../../claims/error-budget.ts'
import { meanEvidence } from '../../claims/evidence.ts'
import { formatNumber } from '../../claims/format-number.ts'
import { draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { activationColours } from './activation-colours.ts'
import { firstOverLast, firstOverLastSignal, type MeasuredInput } from './comparisons.ts'

/** First over last layer, of the gradient and of what comes back, over the standard deviation of the input. */
export function ratiosOverInput(measured: readonly MeasuredInput[], finding: string): Figure {
  const gradients = measured.map((each) => dotOf(each, 'gradient', firstOverLast(each.norms)))
  const signals = measured.map((each) => dotOf(each, 'signal', firstOverLastSignal(each.norms)))
  const dots = [...gradients, ...signals]
  const { hiddenLayers, width, gain, runs } = measured[0]!.configuration
  const widest = Math.max(...dots.map(({ deviation }) => deviation))
  const line = { x: 'deviation', y: 'ratio', z: 'activation', stroke: 'stroke', strokeWidth: 2 } as const
  return draw({
    name: 'ratios-over-input-deviation',
    caption:
      `The first of ${hiddenLayers} hidden layers over the last, at gain ${gain}. Solid: gradients of the weights. Dashed: ` +
      'what comes back to the layers. Wider inputs saturate the first layer, which then gets less back, but its gradient ' +
      `has the inputs as a factor. Dots: geometric means of ${runs} nets of width ${width}, with intervals (each bound ` +
      `wrong with the probability ${formatNumber(falseDecision)}). ${finding}`,
    height: 440,
    marginRight: 130,
    x: { type: 'log', label: 'standard deviation of the input', ticks: 4, tickFormat: '~g', insetLeft: 10 },
    y: {
      type: 'log',
      label: 'first layer over last layer',
      grid: true,
      inset: 8,
      ticks: 8,
      tickFormat: (ratio: number) => `1e${Math.round(Math.log10(ratio))}`,
    },
    color: { type: 'identity' },
    marks: [
      Plot.ruleY([1], { stroke: 'currentColor', strokeOpacity: 0.5 }),
      Plot.line(gradients, line),
      Plot.line(signals, { ...line, strokeDasharray: '5,4' }),
      Plot.ruleX(dots, {
        ariaDescription: 'intervals',
        x: 'deviation',
        y1: 'low',
        y2: 'high',
        stroke: 'stroke',
        strokeWidth: 2,
      }),
      Plot.dot(gradients, { ariaDescription: 'gradients', x: 'deviation', y: 'ratio', fill: 'stroke', r: 4 }),
      Plot.dot(signals, {
        ariaDescription: 'signals',
        x: 'deviation',
        y: 'ratio',
        fill: 'var(--plot-background)',
        stroke: 'stroke',
        r: 4,
      }),
      Plot.text(
        dots.filter(({ deviation }) => deviation === widest),
        { x: 'deviation', y: 'ratio', text: 'label', textAnchor: 'start', dx: 10, fill: 'currentColor' },
      ),
    ],
  })
}

function dotOf({ configuration }: MeasuredInput, what: string, decades: Float64Array) {
  const { activation, inputDeviation } = configuration
  const { value, low, high } = meanEvidence('decades', decades)
  const [ratio, least, most] = [value!, low!, high!].map((each) => 10 ** each)
  const label = `${activation}, ${what}`
  return {
    activation,
    deviation: inputDeviation,
    ratio,
    low: least,
    high: most,
    label,
    ...activationColours(activation),
  }
}
