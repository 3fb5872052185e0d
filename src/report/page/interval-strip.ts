import { html } from 'hono/html'
import { formatNumber } from '../../claims/format-number.ts'
import type { ClaimEntry } from '../claims-json.ts'
import type { Markup } from './markup.ts'

const width = 200
const inset = 8

/**
 * The measured interval of a claim and the reported number on one axis: a drawing of what the cell beside it says in words,
 * so that it is hidden from those who hear the page. So is the
 * number that the claim compares with, dashed. Nothing, if there is but one number.
 */
export function intervalStrip({ kind, reportedValue, bound, evidence }: ClaimEntry): Markup {
  const judged = evidence[0]
  if (kind === 'theorem' || !judged || judged.value === null) return html``
  const { value, low, high } = judged
  const reported = kind === 'ordering' ? null : reportedValue
  const marks = [value, low, high, reported, bound].filter((mark) => mark !== null)
  const [least, most] = [Math.min(...marks), Math.max(...marks)]
  if (!(most > least)) return html``
  const x = (at: number) => (inset + ((at - least) / (most - least)) * (width - 2 * inset)).toFixed(1)
  return html`<svg class="strip" viewBox="0 0 ${width} 34" width="${width}" height="34" aria-hidden="true">
<line class="axis" x1="${inset}" x2="${width - inset}" y1="20" y2="20"/>
${bound === null ? '' : html`<line class="bound" x1="${x(bound)}" x2="${x(bound)}" y1="4" y2="20"/>`}
${low === null || high === null ? '' : html`<line class="interval" x1="${x(low)}" x2="${x(high)}" y1="11" y2="11"/>`}
<circle class="measured" cx="${x(value)}" cy="11" r="4"/>
${reported === null ? '' : html`<path class="reported" d="M${x(reported)},4l5,7l-5,7l-5,-7z"/>`}
<text x="${inset}" y="32">${formatNumber(least)}</text><text class="end" x="${width - inset}" y="32">${formatNumber(most)}</text>
</svg>`
}
