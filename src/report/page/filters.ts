import { html } from 'hono/html'
import type { ClaimEntry } from '../claims-json.ts'
import type { Markup } from './markup.ts'
import type { Problem } from './problems.ts'

const verdicts = ['reproduced', 'refuted', 'inconclusive', 'not-run'] as const
const readings = ['as-submitted', 'as-assigned'] as const

/** Controls that choose which claims are shown; the script brings them to life, and without it they stay hidden. */
export function filters(claims: readonly ClaimEntry[], problems: readonly Problem[]): Markup {
  const present = verdicts.filter((verdict) => claims.some((claim) => claim.verdict === verdict))
  return html`<form class="filters" id="filters" hidden>
<label class="search">Search <input type="search" name="text" placeholder="ReLU, hinge, P3.2 …"></label>
${choice('problem', 'Problem', [
  ['', 'all'],
  ...problems.map(({ number, name }) => [`P${number}`, `${number}: ${name}`] as const),
])}
${choice('reading', 'Reading', [['', 'both'], ...readings.map((reading) => [reading, reading] as const)])}
${choice('verdict', 'Verdict', [['', 'any'], ...present.map((verdict) => [verdict, verdict] as const)])}
<label><input type="checkbox" name="red"> red ones only</label>
<output id="shown" aria-live="polite"></output>
</form>`
}

function choice(name: string, label: string, options: readonly (readonly [value: string, text: string])[]): Markup {
  return html`<label>${label} <select name="${name}">
${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
</select></label>`
}
