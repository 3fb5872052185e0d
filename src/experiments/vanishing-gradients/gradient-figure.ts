import * as Plot from '@observablehq/plot'
import { falseDecision } from '../../claims/error-budget.ts'
import { meanEvidence } from '../../claims/evidence.ts'
import { formatNumber } from '../../claims/format-number.ts'
import { draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { activationColours } from './activation-colours.ts'
import { type ComparedDepths, deepOverShallow } from './comparisons.ts'
import { predictedNorms } from './mean-field.ts'
import { nearZero } from './smallest-effects.ts'

/** The size of each hidden kernel's gradient, by activation and gain: dots measured, curves by mean-field theory. */
export function gradientsByLayer(compared: readonly ComparedDepths[], finding: string): Figure {
  const dots = compared.flatMap(dotsOf)
  const curves = compared.flatMap(curveOf)
  const labels = compared.map((each) => ({
    ...dotsOf(each)[0]!,
    text: `gain ${each.configuration.gain}${fateOf(each)}`,
  }))
  const { hiddenLayers, width, runs } = compared[0]!.configuration
  return draw({
    name: 'gradients-by-layer',
    caption:
      `Gradients of the weights of ${hiddenLayers} hidden layers. Sigmoid loses them on the way back at every gain; tanh ` +
      'keeps them at gain 1, has small ones in every layer below it, and lets them explode above it. Dots: geometric ' +
      `means of ${runs} nets of width ${width}, with intervals (each bound wrong with the probability ` +
      `${formatNumber(falseDecision)}). Dashed: mean-field theory of wide nets, a root mean square, which lies higher. ` +
      '"Vanishes": the first layer gets less than a thousandth of what it gets in a net of one hidden layer; ' +
      `"explodes": more. ${finding}`,
    height: 480,
    fx: { label: null, domain: [...new Set(compared.map(({ configuration }) => configuration.activation))] },
    x: {
      label: 'hidden layer, counted from the input',
      tickFormat: 'd',
      ticks: [1, 5, 10, 15, 20],
      insetLeft: 130,
      insetRight: 8,
    },
    y: {
      label: 'Frobenius norm of the gradient',
      type: 'log',
      grid: true,
      inset: 8,
      ticks: 8,
      tickFormat: (norm: number) => `1e${Math.round(Math.log10(norm))}`,
    },
    color: { type: 'identity' },
    marks: [
      Plot.frame({ strokeOpacity: 0.3 }),
      Plot.line(curves, {
        ariaDescription: 'theory',
        fx: 'activation',
        x: 'layer',
        y: 'norm',
        z: 'gain',
        stroke: 'currentColor',
        strokeDasharray: '4,4',
      }),
      Plot.ruleX(dots, {
        ariaDescription: 'intervals',
        fx: 'activation',
        x: 'layer',
        y1: 'low',
        y2: 'high',
        stroke: 'stroke',
        strokeWidth: 2,
      }),
      Plot.dot(dots, { ariaDescription: 'means', fx: 'activation', x: 'layer', y: 'norm', fill: 'stroke', r: 2.5 }),
      Plot.text(labels, {
        ariaDescription: 'fates',
        fx: 'activation',
        x: 'layer',
        y: 'norm',
        text: 'text',
        textAnchor: 'end',
        dx: -8,
        fill: 'currentColor',
      }),
    ],
  })
}

/** What depth does to the first layer's gradient, in a word, where it is beyond doubt. */
function fateOf(compared: ComparedDepths): string {
  const { low, high } = meanEvidence('decades', deepOverShallow(compared))
  return high! < nearZero ? ': vanishes' : low! > 0 ? ': explodes' : ''
}

function dotsOf({ configuration: { activation, gain }, deep }: ComparedDepths) {
  return deep.kernels.map((norms, index) => {
    const { value, low, high } = meanEvidence('decades', norms.map(Math.log10))
    const [norm, least, most] = [value!, low!, high!].map((decades) => 10 ** decades)
    return { activation, gain, layer: index + 1, norm, low: least, high: most, ...activationColours(activation) }
  })
}

function curveOf({ configuration }: ComparedDepths) {
  const { activation, gain } = configuration
  return predictedNorms(configuration).map((norm, index) => ({ activation, gain, layer: index + 1, norm }))
}
