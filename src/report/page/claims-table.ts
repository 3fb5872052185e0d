import { html } from 'hono/html'
import type { ClaimEntry } from '../claims-json.ts'
import { inWords } from '../in-words.ts'
import { measured } from '../measured.ts'
import { anchorOf } from './anchor.ts'
import { intervalStrip } from './interval-strip.ts'
import type { Markup } from './markup.ts'
import { verdictBadge } from './verdict-badge.ts'

/** One row a claim: what is said, what was reported, what was measured, and the verdict. */
export function claimsTable(claims: readonly ClaimEntry[]): Markup {
  return html`<div class="scroll" role="region" aria-label="Table of all claims" tabindex="0">
<table class="claims">
<caption>Measured (● with its interval) beside reported (◆) or the number that the claim compares with (dashed), on one axis in each row.</caption>
<thead><tr><th scope="col">Claim</th><th scope="col">Statement</th><th scope="col">Reported</th><th scope="col">Measured</th><th scope="col">Verdict</th></tr></thead>
<tbody>
${claims.map(row)}
</tbody>
</table>
</div>`
}

function row(claim: ClaimEntry): Markup {
  const { id, reading, part, statement, reported, evidence, kind } = claim
  const judged = kind === 'theorem' ? undefined : evidence[0]
  return html`<tr ${attributesOf(claim)}>
<th scope="row"><a href="#${anchorOf(claim)}">${id}</a> <span class="part">${part}</span> <span class="reading">${reading}</span></th>
<td>${statement}</td>
<td>${reported ?? html`<span class="absent">–</span>`}</td>
<td>${judged ? html`<span class="metric">${inWords(judged.metric)}</span> ` : ''}${measured(claim)}${intervalStrip(claim)}</td>
<td>${verdictBadge(claim)}</td>
</tr>`
}

/** What the filters ask of a row, and of the claim's section. */
export function attributesOf({ id, reading, part, statement, verdict, passed }: ClaimEntry): Markup {
  const text = [id, reading, part, statement, verdict].join(' ').toLowerCase()
  return html`data-claim="${text}" data-problem="${id.slice(0, 2)}" data-reading="${reading}" data-verdict="${verdict}" data-red="${String(!passed)}"`
}
