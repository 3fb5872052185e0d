import { html } from 'hono/html'
import type { ClaimEntry } from '../claims-json.ts'
import type { Markup } from './markup.ts'

/** A sign beside the word, for whom colours say nothing. */
const signs = { reproduced: '●', refuted: '○', inconclusive: '◐', 'not-run': '–' } as const

/** The verdict of a claim; with the pinned one where the gate is red. */
export function verdictBadge({ verdict, pinned, passed }: ClaimEntry): Markup {
  const badge = html`<span class="verdict ${verdict}"><span aria-hidden="true">${signs[verdict]}</span> ${verdict}</span>`
  if (passed) return badge
  const why = verdict === pinned ? 'red: not safe, twin or metric' : `red: pinned ${pinned}`
  return html`${badge} <span class="red"><span aria-hidden="true">✗</span> ${why}</span>`
}
