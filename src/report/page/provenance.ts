import { html } from 'hono/html'
import type { ClaimsJson } from '../claims-json.ts'
import { backendLine, budgetLine } from '../summary.ts'
import type { Markup } from './markup.ts'

/** What it takes to run the same again. */
export function provenance(report: ClaimsJson): Markup {
  const { scale, seed, commit, wallSeconds, data } = report
  const facts = [
    ['Engine', backendLine(report).replace('Engine: ', '')],
    ['Scale and seed', `${scale}, ${seed}`],
    ['Error budget', budgetLine(report).replace('Error budget: ', '')],
    ['MNIST', data.mnistDigest === null ? data.mnist : `${data.mnist}, SHA-256 ${data.mnistDigest}`],
    ['Commit', commit ?? 'not from a git checkout'],
    ['Time', `${Math.round(wallSeconds)} s`],
  ] as const
  return html`<footer><h2>Where this comes from</h2>
<dl class="judgement">${facts.map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>
</footer>`
}
