import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import type { ClaimEntry, ClaimsJson } from '../claims-json.ts'
import { summaryLine } from '../summary.ts'
import { whyRed } from '../why-red.ts'
import { anchorOf } from './anchor.ts'
import { claimSection } from './claim-section.ts'
import { claimsTable } from './claims-table.ts'
import { filters } from './filters.ts'
import type { FigureSource } from './inline-figure.ts'
import type { Markup } from './markup.ts'
import { problems as ofThisHomework, type Problem } from './problems.ts'
import { provenance } from './provenance.ts'
import { wordsOfTheReport } from './words-of-the-report.ts'

const style = readFileSync(new URL('page.css', import.meta.url), 'utf8')
const script = readFileSync(new URL('page.js', import.meta.url), 'utf8')

/**
 * The report as one file that a browser opens without a server and without a network: style, script and figures are inside.
 * Text of claims is escaped. Without JavaScript everything is there but the filters.
 *
 * @param problems - of the homework, in the order of the page
 */
export function claimsPage(
  report: ClaimsJson,
  svgOf: FigureSource,
  problems: readonly Problem[] = ofThisHomework,
): string {
  const { claims } = report
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title(claims)}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#claims">Skip to the claims</a>
<header>
<h1>Which claims of the homework are true?</h1>
<p class="summary">${summaryLine(report)}</p>
${redClaims(report)}
${wordsOfTheReport()}
</header>
<main>
<section id="claims" aria-labelledby="claims-title">
<h2 id="claims-title">All claims</h2>
${filters(claims, problems)}
${claimsTable(claims)}
</section>
${problems
  .filter(({ number }) => ofProblem(claims, number).length > 0)
  .map(
    ({ number, name }) => html`<section class="problem" id="problem-${number}">
<h2>Problem ${number}: ${name}</h2>
${ofProblem(claims, number).map((claim) => claimSection(claim, svgOf))}
</section>`,
  )}
</main>
${provenance(report)}
<script>${raw(script)}</script>
</body>
</html>
`)
}

function title(claims: readonly ClaimEntry[]): string {
  const red = claims.filter(({ passed }) => !passed).length
  return `${red === 0 ? '' : `${red} red: `}Claims of the homework`
}

function ofProblem(claims: readonly ClaimEntry[], number: number): ClaimEntry[] {
  return claims.filter(({ id }) => id.startsWith(`P${number}.`))
}

/** What a gate's reader looks for first. */
function redClaims({ claims, faults }: ClaimsJson): Markup {
  const red = claims.filter(({ passed }) => !passed)
  if (red.length + faults.length === 0) return html``
  return html`<div class="alarm" role="alert">
<h2>${redCount(red.length)}</h2>
<ul>${red.map(
    (claim) =>
      html`<li><a href="#${anchorOf(claim)}">${claim.id}, ${claim.reading}: ${claim.part}</a>: ${claim.statement}.
${whyRed(claim)}${claim.failures.map((failure) => html`<p class="failure">${failure}</p>`)}</li>`,
  )}${faults.map((fault) => html`<li>${fault}</li>`)}</ul>
</div>`
}

function redCount(claims: number): string {
  if (claims === 0) return 'The run is red'
  return claims === 1 ? 'One claim is red' : `${claims} claims are red`
}
