import { styleText } from 'node:util'
import { alignColumns } from '../align-columns.ts'
import { escapeText } from '../markdown-text.ts'
import { onOneLine } from '../on-one-line.ts'
import type { Change, Difference } from './change.ts'
import type { Comparison } from './compare-reports.ts'
import type { ComparedReport } from './compared-report.ts'

/** A report beside the name that people know it by. */
export interface NamedReport {
  readonly name: string
  readonly report: ComparedReport
}

const nouns: Readonly<Record<Difference, string>> = {
  flipped: 'flipped',
  lost: 'lost',
  decided: 'newly decided',
  red: 'newly red',
  metric: 'out of tolerance',
  vanished: 'vanished',
  added: 'added',
}

/** For the terminal: one line a change, what a gate should stop at marked. */
export function comparisonOnTerminal(comparison: Comparison, before: NamedReport, after: NamedReport): string {
  const rows = comparison.changes.map((change) => [
    change.regressed ? styleText('red', '✗') : styleText('gray', '·'),
    ...cellsOf(change).map(onOneLine),
  ])
  return [
    '',
    ...runLines(before, after).map(onOneLine),
    '',
    ...(rows.length === 0 ? [] : [...alignColumns([['', 'change', 'claim', 'what'], ...rows]), '']),
    summary(comparison),
    ...comparison.notes.map(onOneLine),
    '',
  ].join('\n')
}

/** For a forge: the same as a table of Markdown. */
export function comparisonInMarkdown(comparison: Comparison, before: NamedReport, after: NamedReport): string {
  const rows = comparison.changes.map((change) => {
    const cells = cellsOf(change).map((cell) => escapeText(cell))
    return `| ${[change.regressed ? '✗' : '', ...cells].join(' | ')} |`
  })
  return [
    '# Claims compared',
    '',
    ...runLines(before, after).map((line) => `- ${escapeText(line)}`),
    '',
    ...(rows.length === 0 ? [] : ['| | change | claim | what |', '|---|---|---|---|', ...rows, '']),
    [summary(comparison), ...comparison.notes.map((note) => escapeText(note))].join(' '),
    '',
  ].join('\n')
}

function cellsOf({ claim, difference, words }: Change): string[] {
  return [nouns[difference], claim, words]
}

function runLines(before: NamedReport, after: NamedReport): string[] {
  return [`Old: ${runLine(before)}`, `New: ${runLine(after)}`]
}

function runLine({ name, report: { claims, backend, scale, seed, commit } }: NamedReport): string {
  const state = commit === null ? 'no commit' : `commit ${commit.slice(0, 7)}`
  return `${name} (${claims.length} claims on ${backend.name} at ${scale} scale, seed ${seed}, ${state})`
}

/** '2 flipped, 1 added; 120 claims compared.' */
function summary({ changes, compared }: Comparison): string {
  const counted = (Object.keys(nouns) as Difference[])
    .map((difference) => [changes.filter((change) => change.difference === difference).length, difference] as const)
    .filter(([count]) => count > 0)
    .map(([count, difference]) => `${count} ${nouns[difference]}`)
  const changed = counted.length === 0 ? 'Nothing has changed' : counted.join(', ')
  return `${changed}; ${compared === 1 ? 'one claim' : `${compared} claims`} compared.`
}
