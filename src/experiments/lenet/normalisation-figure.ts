import * as Plot from '@observablehq/plot'
import { colours, drawPanels } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { kernelDensity, silvermanBandwidth } from '../../statistics/kernel-density.ts'
import { quantile } from '../../statistics/quantile.ts'
import {
  firstValues,
  type LearnedNormalisation,
  type NormalisationParameter,
  normalisationParameters,
} from './normalisation-parameters.ts'

const titles: Readonly<Record<NormalisationParameter, string>> = {
  gamma: 'γ',
  beta: 'β',
  movingMean: 'moving mean',
  movingVariance: 'moving variance',
}

/** Layers of so few channels are drawn point by point as well. */
const fewChannels = 16

/** How each parameter of batch normalisation is distributed over the channels of each layer. */
export function violins(normalisations: readonly LearnedNormalisation[], finding: string): Figure {
  return drawPanels({
    name: 'learned-parameters',
    caption:
      'What batch normalisation has learned, layer by layer (their channels in brackets): violins from the smallest to ' +
      `the largest value, by Gaussian kernels; bar: median; dots: the channels of layers with at most ${fewChannels}; ` +
      `dashed: before training. ${finding}`,
    columns: 2,
    width: 360,
    height: 260,
    panels: normalisationParameters.map((parameter) => panelOf(parameter, normalisations)),
  })
}

function panelOf(parameter: NormalisationParameter, normalisations: readonly LearnedNormalisation[]): Plot.PlotOptions {
  const layers = normalisations.map((normalisation) => {
    const values = Array.from(normalisation[parameter])
    return { layer: `${normalisation.layer} (${values.length})`, values }
  })
  const bodies = layers.flatMap(({ layer, values }) => bodyOf(values).map((slice) => ({ layer, ...slice })))
  const medians = layers
    .filter(({ values }) => values.length > 1)
    .map(({ layer, values }) => ({ layer, median: quantile(values, 0.5) }))
  const dots = layers
    .filter(({ values }) => values.length <= fewChannels)
    .flatMap(({ layer, values }) => values.map((value) => ({ layer, value })))
  return {
    marginRight: 8,
    fx: { label: null, domain: layers.map(({ layer }) => layer), axis: 'bottom', padding: 0.1 },
    x: { axis: null, domain: [-1, 1] },
    y: { label: titles[parameter], grid: true, nice: true, ticks: 5 },
    marks: [
      Plot.ruleY([firstValues[parameter]], { stroke: 'currentColor', strokeDasharray: '5,4', strokeOpacity: 0.6 }),
      Plot.areaX(bodies, {
        ariaDescription: 'violins',
        fx: 'layer',
        y: 'value',
        x1: ({ width }: (typeof bodies)[number]) => -width,
        x2: 'width',
        fill: colours.blue,
        fillOpacity: 0.4,
        stroke: colours.blue,
      }),
      Plot.tickY(medians, {
        ariaDescription: 'medians',
        ...{ fx: 'layer', y: 'median', stroke: colours.orange, strokeWidth: 2.5 },
      }),
      Plot.dot(dots, { ariaDescription: 'channels', fx: 'layer', x: () => 0, y: 'value', fill: colours.blue, r: 2.5 }),
    ],
  }
}

/** Half the width of a violin at values from its smallest to its largest; the widest place of each is 1. */
function bodyOf(values: readonly number[]): { value: number; width: number }[] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (least === most) return []
  const density = kernelDensity(values, silvermanBandwidth(values))
  const steps = 80
  const slices = Array.from({ length: steps + 1 }, (_, step) => least + ((most - least) * step) / steps)
  const densities = slices.map(density)
  const widest = Math.max(...densities)
  return slices.map((value, index) => ({ value, width: densities[index]! / widest }))
}
