import { html } from 'hono/html'
import { formatNumber } from '../../claims/format-number.ts'
import type { ClaimEntry } from '../claims-json.ts'
import { inWords } from '../in-words.ts'
import { anchorOf } from './anchor.ts'
import { attributesOf } from './claims-table.ts'
import { type FigureSource, inlineFigure } from './inline-figure.ts'
import { intervalStrip } from './interval-strip.ts'
import type { Markup } from './markup.ts'
import { verdictBadge } from './verdict-badge.ts'

/** All that is known of a claim. */
export function claimSection(claim: ClaimEntry, svgOf: FigureSource): Markup {
  const { id, reading, part, statement, finding, explanation, reported, figures, captions } = claim
  return html`<article class="claim" id="${anchorOf(claim)}" ${attributesOf(claim)}>
<h3><span class="name">${id}, ${reading}: ${part}</span> ${statement}</h3>
<p>${verdictBadge(claim)} ${inWords(finding ?? '')}</p>
<p>${explanation}</p>
${reported === null ? '' : html`<p class="against">Reported: <strong>${reported}</strong>${intervalStrip(claim)}</p>`}
${judgement(claim)}
${evidenceTable(claim)}
${figures.map((path, index) => inlineFigure(path, captions[index]!, svgOf(path)))}
</article>`
}

function judgement({ test, alpha, lost, detectable, twin, source, file, seconds }: ClaimEntry): Markup {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Test', test === null ? null : `${inWords(test)}.`],
    [
      'Error rate',
      alpha + lost === 0
        ? null
        : `false with the probability ${formatNumber(alpha)}; missed by a fresh seed with ${formatNumber(lost)}, if the measured effect is the true one.`,
    ],
    ['Would have seen', detectable === null ? null : `${formatNumber(detectable)} or more.`],
    ['Negative twin', twin === null ? null : `with ${twin.changed} it is ${twin.verdict}.`],
    ['Source', `${source}.`],
    ['Spec', `${file}, ${formatNumber(seconds)} s.`],
  ]
  return html`<dl class="judgement">${facts
    .filter(([, text]) => text !== null)
    .map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>`
}

function evidenceTable({ evidence, id, reading, part }: ClaimEntry): Markup {
  if (evidence.length === 0) return html``
  return html`<div class="scroll" role="region" aria-label="Evidence of ${id}, ${reading}, ${part}" tabindex="0">
<table class="evidence">
<thead><tr><th scope="col">Metric</th><th scope="col">Value</th><th scope="col">Interval</th><th scope="col">Unit</th><th scope="col">n</th><th scope="col">Diverged</th></tr></thead>
<tbody>${evidence.map(
    ({ metric, value, low, high, unit, n, diverged }) => html`<tr>
<th scope="row">${inWords(metric)}</th><td>${formatNumber(value)}</td>
<td>${low === null ? '–' : `[${formatNumber(low)}, ${formatNumber(high)}]`}</td><td>${unit}</td><td>${n}</td><td>${diverged}</td></tr>`,
  )}</tbody>
</table>
</div>`
}
