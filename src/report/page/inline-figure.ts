import { html, raw } from 'hono/html'
import { optimize } from 'svgo'
import type { Markup } from './markup.ts'

/** What a figure looks like: its path in the report's folder gives its SVG. */
export type FigureSource = (path: string) => string

/**
 * A figure inside the page, with its caption. The drawing loses what nobody sees: coordinates keep a tenth of a pixel, which
 * makes all figures together less than half as large.
 *
 * @param path - in the report's folder: 'figures/P1.3-as-assigned-far-points/boundaries.svg'
 */
export function inlineFigure(path: string, caption: string, svg: string): Markup {
  return html`<figure id="${path
    .replace(/^figures\//, '')
    .replace(/\.svg$/, '')
    .replaceAll('/', '-')}">
<div class="drawing">${raw(smaller(svg))}</div>
<figcaption>${caption}</figcaption>
</figure>`
}

function smaller(svg: string): string {
  return optimize(svg, {
    floatPrecision: 1,
    plugins: [
      'cleanupNumericValues',
      'convertPathData',
      // What Plot calls its marks: the whole drawing is one image with one text.
      { name: 'removeAttrs', params: { attrs: ['g:aria-.*', 'rect:aria-.*', 'path:aria-.*', 'text:aria-.*'] } },
      'moveElemsAttrsToGroup',
      'collapseGroups',
    ],
  }).data
}
