import * as Plot from '@observablehq/plot'
import { colours, draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import type { AblatedAccuracy } from './ablation-comparison.ts'
import { unitsOfF6 } from './hidden-units.ts'
import type { Variant } from './networks.ts'

const strokes: Readonly<Record<Variant, string>> = {
  plain: colours.orange,
  dropout: colours.blue,
  'batch normalisation': colours.green,
  'input batch normalisation': colours.green,
  both: colours.grey,
}

/** The accuracy on the test images over the count of units that are removed from F6. */
export function accuracyOverRemoved(curves: readonly AblatedAccuracy[], removed: number, finding: string): Figure {
  const points = curves.map((point) => ({ ...point, stroke: strokes[point.variant] }))
  const variants = [...new Set(curves.map(({ variant }) => variant))]
  return draw({
    name: 'accuracy-over-removed-units',
    caption:
      'Accuracy on the test images without some of the 84 units of F6, drawn anew for each image; without any, the ' +
      `biases alone answer. Dashed: the ${removed} units that the claim is judged at. ${finding}`,
    height: 360,
    marginRight: 30,
    x: { label: 'units removed', domain: [0, unitsOfF6], ticks: 7, tickFormat: 'd', inset: 6 },
    y: { label: 'accuracy', domain: [0, 1], grid: true },
    color: { type: 'identity' },
    marks: [
      Plot.ruleX([removed], { stroke: 'currentColor', strokeDasharray: '5,4' }),
      Plot.line(points, { x: 'removed', y: 'accuracy', z: 'variant', stroke: 'stroke', strokeWidth: 2 }),
      Plot.dot(points, { x: 'removed', y: 'accuracy', fill: 'stroke', r: 2.5 }),
      ...variants.map((variant, place) =>
        Plot.text([variant], {
          frameAnchor: 'bottom-left',
          dx: 12,
          dy: 18 * (place - variants.length),
          fill: strokes[variant],
          fontWeight: 'bold',
        }),
      ),
    ],
  })
}
