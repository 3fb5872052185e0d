import * as Plot from '@observablehq/plot'
import { falseDecision } from '../../claims/error-budget.ts'
import { meanEvidence } from '../../claims/evidence.ts'
import { formatNumber } from '../../claims/format-number.ts'
import { draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { activationColours } from './activation-colours.ts'
import type { ActivationName } from './activations.ts'
import { type ComparedDepths, deepOverShallow } from './comparisons.ts'
import { predictedNorms } from './mean-field.ts'
import { tenfold } from './smallest-effects.ts'

/** The size of each hidden kernel's gradient, by activation and gain: dots measured, curves by mean-field theory. */
export function gradientsByLayer(compared: readonly ComparedDepths[], finding: string): Figure {
  const dots = compared.flatMap(dotsOf)
  const curves = compared.flatMap(curveOf)
  const labels = compared.map((each) => ({
    ...dotsOf(each)[0]!,
    text: labelOf(each),
  }))
  const { hiddenLayers, width, runs } = compared[0]!.configuration
  const activations = [...new Set(compared.map(({ configuration }) => configuration.activation))]
  return draw({
    name: 'gradients-by-layer',
    caption:
      `Gradients of the weights of ${hiddenLayers} hidden layers. ${activations.map((each) => fatesInWords(compared, each)).join(' ')} ` +
      '"Vanishes": the first layer gets less than a tenth of what it gets in a shallow net; "explodes": more than ten times ' +
      'what it gets there; the whole interval says so. Dots: ' +
      `geometric means of ${runs} nets of width ${width}, with intervals (each bound wrong with the probability ` +
      `${formatNumber(falseDecision)}). Dashed: mean-field theory of wide nets, a root mean square, which lies higher. ` +
      finding,
    height: 480,
    fx: { label: null, domain: activations },
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

/** What depth does to the first layer's gradient, in a word, where the whole interval is past the threshold. */
function fateOf(compared: ComparedDepths): string | null {
  const { low, high } = meanEvidence('decades', deepOverShallow(compared))
  return high! < -tenfold ? 'vanishes' : low! > tenfold ? 'explodes' : null
}

function labelOf(compared: ComparedDepths): string {
  const fate = fateOf(compared)
  return `gain ${compared.configuration.gain}${fate ? `: ${fate}` : ''}`
}

/** 'With tanh it vanishes at gain 0.5 and explodes at gain 2, 3.' */
function fatesInWords(compared: readonly ComparedDepths[], activation: ActivationName): string {
  const own = compared.filter(({ configuration }) => configuration.activation === activation)
  const fates = ['vanishes', 'explodes'].map((fate) => {
    const gains = own.filter((each) => fateOf(each) === fate).map(({ configuration }) => configuration.gain)
    return gains.length > 0 ? `${fate} at gain ${gains.join(', ')}` : null
  })
  const named = fates.filter((fate) => fate !== null)
  return `With ${activation} it ${named.length > 0 ? named.join(' and ') : 'does neither'}.`
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
