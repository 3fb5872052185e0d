import { styleText } from 'node:util'
import type { EngineChoice } from '../backend/chain.ts'
import { alignColumns } from './align-columns.ts'
import type { ClaimEntry, ClaimsJson } from './claims-json.ts'
import { measured } from './measured.ts'
import { onOneLine } from './on-one-line.ts'
import { backendLine, budgetLine, summaryLine } from './summary.ts'

const colours = { reproduced: 'green', refuted: 'magenta', inconclusive: 'yellow', 'not-run': 'gray' } as const

/** The report for the terminal: one line a claim. */
export function terminalTable(report: ClaimsJson, { passedOver }: EngineChoice): string {
  const rows = report.claims.map((entry) => [
    entry.passed ? styleText('green', '✓') : styleText('red', '✗'),
    entry.id,
    entry.reading.replace('as-', ''),
    ...[entry.part, entry.reported ?? '–', measured(entry)].map(onOneLine),
    verdictOf(entry),
  ])
  const table = [['', 'claim', 'reading', 'part', 'reported', 'measured', 'verdict'], ...rows]
  const reasons = passedOver.map(({ name, reason }) => styleText('gray', `Passed over ${name}: ${reason}.`))
  return [
    '',
    ...alignColumns(table),
    '',
    onOneLine(summaryLine(report)),
    onOneLine(`${backendLine(report)} ${budgetLine(report)}`),
    ...reasons,
    '',
  ].join('\n')
}

function verdictOf({ verdict, pinned, passed }: ClaimEntry): string {
  const text = styleText(colours[verdict], verdict)
  return passed || verdict === pinned ? text : `${text}, pinned ${pinned}`
}
