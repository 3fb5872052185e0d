import { formatNumber } from '../claims/format-number.ts'
import type { ClaimEntry, ClaimsJson } from './claims-json.ts'
import { inWords } from './in-words.ts'
import { legend } from './legend.ts'
import { codeBlock, escapeParagraph, escapeText } from './markdown-text.ts'
import { measured } from './measured.ts'
import { backendLine, budgetLine, summaryLine } from './summary.ts'
import { whyRed } from './why-red.ts'

/** How figures come into the text: as images beside it, or as their captions where no file lies beside it. */
export type FiguresInText = 'images' | 'captions'

/** The report for people who read it on a forge or in an editor: a table, then each claim with its evidence. */
export function claimsMarkdown(report: ClaimsJson, figures: FiguresInText = 'images'): string {
  return [
    '# Claims',
    '',
    escapeText(summaryLine(report)),
    '',
    ...report.faults.flatMap((fault) => [`**✗** ${escapeText(fault)}`, '']),
    ...report.claims.filter(({ passed }) => !passed).flatMap(red),
    escapeText(`${backendLine(report)} ${budgetLine(report)}`),
    '',
    ...legend.map(({ word, meaning }) => `- **${word}**: ${meaning}`),
    '',
    '| claim | reading | statement | reported | measured | verdict | pinned |',
    '|---|---|---|---|---|---|---|',
    ...report.claims.map(row),
    '',
    ...report.claims.flatMap((entry) => section(entry, figures)),
  ].join('\n')
}

/** What a reader of the gate looks for first. */
function red(entry: ClaimEntry): string[] {
  const { id, reading, part, statement, finding, failures } = entry
  const measuredToo = failures.length === 0 ? ` ${escapeText(inWords(finding ?? ''))}` : ''
  return [
    `**✗ ${id}, ${reading}: ${escapeText(part)}.** ${escapeText(statement)}. ${whyRed(entry)}${measuredToo}`,
    '',
    ...failures.flatMap((failure) => [codeBlock(failure), '']),
  ]
}

function row(entry: ClaimEntry): string {
  const verdict = entry.passed ? entry.verdict : `**${entry.verdict}** ✗`
  const said = [entry.id, entry.reading, entry.statement, entry.reported ?? '–', measuredInWords(entry)]
  const cells = said.map(escapeText)
  return `| ${[...cells, verdict, entry.pinned].join(' | ')} |`
}

function section(entry: ClaimEntry, figures: FiguresInText): string[] {
  const { id, reading, part, statement, finding, explanation, test, alpha, lost, detectable, twin, evidence } = entry
  return [
    `## ${id}, ${reading}: ${escapeText(part)}`,
    '',
    `**${escapeText(statement)}**: ${entry.verdict}. ${escapeText(inWords(finding ?? ''))}`,
    '',
    escapeParagraph(explanation),
    '',
    ...(test === null ? [] : [`- Test: ${escapeText(inWords(test))}.`]),
    ...(alpha + lost === 0 ? [] : [`- Error rate: ${formatNumber(alpha)} false, ${formatNumber(lost)} missed.`]),
    ...(detectable === null ? [] : [`- Smallest effect that it would have seen: ${formatNumber(detectable)}.`]),
    ...(twin === null ? [] : [`- Negative twin: ${escapeText(twin.changed)} gives ${twin.verdict}.`]),
    `- Source: ${escapeText(entry.source)}. Spec: ${escapeText(entry.file)}.`,
    '',
    ...(evidence.length === 0
      ? []
      : ['| metric | value | interval | unit | n | diverged |', '|---|---|---|---|---|---|']),
    ...evidence.map(({ metric, value, low, high, unit, n, diverged }) => {
      const interval = low === null ? '–' : `[${formatNumber(low)}, ${formatNumber(high)}]`
      return `| ${[inWords(metric), formatNumber(value), interval, unit, n, diverged].map(String).map(escapeText).join(' | ')} |`
    }),
    '',
    ...entry.figures.flatMap((figure, index) => {
      const caption = escapeText(entry.captions[index]!)
      return [...(figures === 'images' ? [`![${caption}](${figure})`, ''] : []), `*${caption}*`, '']
    }),
  ]
}

/** The judged quantity, led by what it is: 'hinge minus perceptron test accuracy: -0.1 [-0.2, -0.05]'. */
function measuredInWords(entry: ClaimEntry): string {
  const [judged] = entry.evidence
  return judged && entry.kind !== 'theorem' ? `${inWords(judged.metric)}: ${measured(entry)}` : measured(entry)
}
