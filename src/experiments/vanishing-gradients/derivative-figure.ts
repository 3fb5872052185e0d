import * as Plot from '@observablehq/plot'
import { falseDecision } from '../../claims/error-budget.ts'
import { meanEvidence } from '../../claims/evidence.ts'
import { formatNumber } from '../../claims/format-number.ts'
import { draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { activationColours } from './activation-colours.ts'
import { type MeasuredDerivatives, meanDerivative } from './mean-derivative.ts'

const curvePoints = 120

/** The mean derivative over the standard deviation of the input: curves by quadrature, dots by the engine. */
export function meanDerivatives(measured: readonly MeasuredDerivatives[]): Figure {
  const deviations = measured.map(({ deviation }) => deviation)
  const [least, most] = [Math.min(...deviations), Math.max(...deviations)]
  const activations = [...new Set(measured.map(({ activation }) => activation))]
  const curves = activations.flatMap((activation) =>
    Array.from({ length: curvePoints + 1 }, (_, point) => {
      const deviation = least * (most / least) ** (point / curvePoints)
      return { activation, deviation, mean: meanDerivative(activation, deviation), ...activationColours(activation) }
    }),
  )
  const dots = measured.map(({ activation, deviation, derivatives }) => {
    const { value, low, high } = meanEvidence('mean_derivative', derivatives)
    return { deviation, mean: value!, low: low!, high: high!, ...activationColours(activation) }
  })
  const falls = activations.map((activation) => {
    const [from, to] = [least, most].map((deviation) => formatNumber(meanDerivative(activation, deviation)))
    return `that of ${activation} from ${from} to ${to}`
  })
  return draw({
    name: 'mean-derivative',
    caption:
      `The mean derivative falls as the standard deviation of the input grows, ${falls.join(', and ')}. Curves: ` +
      `quadrature. Dots: the engine's own gradient at ${measured[0]!.derivatives.length} normal inputs, with intervals ` +
      `(each bound wrong with the probability ${formatNumber(falseDecision)}).`,
    height: 340,
    marginRight: 80,
    x: { type: 'log', label: 'standard deviation σ of the input', ticks: 5, tickFormat: '~g' },
    y: { label: 'mean derivative E[φ′(z)], z ~ N(0, σ²)', domain: [0, 1], grid: true },
    color: { type: 'identity' },
    marks: [
      Plot.ruleY([0]),
      Plot.line(curves, { x: 'deviation', y: 'mean', z: 'activation', stroke: 'stroke', strokeWidth: 2 }),
      Plot.ruleX(dots, {
        ariaDescription: 'intervals',
        x: 'deviation',
        y1: 'low',
        y2: 'high',
        stroke: 'currentColor',
      }),
      Plot.dot(dots, { ariaDescription: 'means', x: 'deviation', y: 'mean', fill: 'stroke', r: 4 }),
      Plot.text(
        curves.filter(({ deviation }) => deviation === least),
        {
          x: 'deviation',
          y: 'mean',
          text: 'activation',
          fill: 'currentColor',
          textAnchor: 'start',
          dx: 8,
          dy: -10,
        },
      ),
    ],
  })
}
