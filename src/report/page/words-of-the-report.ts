import { html } from 'hono/html'
import { legend } from '../legend.ts'
import type { Markup } from './markup.ts'

/** How to read the report, folded away. */
export function wordsOfTheReport(): Markup {
  return html`<details class="legend">
<summary>How to read this</summary>
<p>Each claim is a statement of the homework. It was run against real models and judged by a test whose error rate is
stated. A finding is green when the verdict is the one on record, <em>whichever that is</em>: a refuted claim is a finding
like another. It turns red when the verdict changes.</p>
<dl>${legend.map(({ word, meaning }) => html`<dt>${word}</dt><dd>${withEmphasis(meaning)}</dd>`)}</dl>
</details>`
}

/** Text between asterisks, emphasised. */
function withEmphasis(text: string): Markup[] {
  return text.split('*').map((piece, index) => (index % 2 === 1 ? html`<em>${piece}</em>` : html`${piece}`))
}
