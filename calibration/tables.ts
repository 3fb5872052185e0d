import { tableOfText } from '../src/report/markdown-table.ts'
import { type Calibration, excesses, wrongEffects } from './calibrate.ts'
import type { Detectable } from './detectable-effects.ts'
import { exceeds, type Row } from './row.ts'

/** All tables, as Markdown. */
export function tablesOf(calibration: Calibration): string {
  const { falseDecisions, lostDecisions, pins, detectable } = calibration
  const [held, broken] = [true, false].map((isHeld) => falseDecisions.filter((row) => (row.broken === null) === isHeld))
  const judgements = [...falseDecisions, ...lostDecisions, ...pins].reduce((sum, row) => sum + (row.claims ?? 0), 0)
  return [
    '## False decisions\n',
    tableOfText(['judge', 'truth', 'false verdict', 'at most, it says', 'measured', 'claims'], held!.map(cellsOf)),
    '\n## False decisions where a supposition is broken\n',
    tableOfText(
      ['judge', 'truth', 'false verdict', 'at most, it says', 'measured', 'claims', 'what is broken', 'exceeded'],
      broken!.map((row) => [...cellsOf(row), row.broken!, exceeds(row) ? 'yes' : 'not seen']),
    ),
    '\n## Lost decisions\n',
    tableOfText(['judge', 'truth', 'verdict', 'it says', 'missed', 'claims'], lostDecisions.map(cellsOf)),
    '\n## Pins on fresh seeds\n',
    tableOfText(['judge', 'truth', 'lost', 'it says', 'lost, measured', 'claims'], pins.map(cellsOf)),
    '\n## The smallest effect that is found\n',
    tableOfText(
      ['judge', 'of', 'detectable', 'missed at it', 'missed at nine tenths of it'],
      detectable.map(cellsOfEffect),
    ),
    `\n${falseDecisions.length + lostDecisions.length + pins.length} rates and ${detectable.length} smallest effects; ` +
      `${judgements} judgements of simulated claims, one for each row that a claim stands in. ${excesses(calibration).length} rates exceed what is said of them where all that a judge ` +
      `supposes holds, and ${wrongEffects(calibration).length} smallest effects are not what they claim to be.`,
  ].join('\n')
}

function cellsOf({ judge, truth, error, said, measured, interval, claims }: Row): string[] {
  const bounds = interval === null ? '' : ` [${digits(interval.low)}, ${digits(interval.high)}]`
  return [judge, truth, error, digits(said), `${digits(measured)}${bounds}`, claims === null ? 'all' : `${claims}`]
}

function cellsOfEffect({ judge, truth, detectable, missed, missedNearer }: Detectable): string[] {
  return [judge, truth, digits(detectable), digits(missed), digits(missedNearer)]
}

function digits(value: number): string {
  if (value === 0) return '0'
  return Math.abs(value) < 1e-3 ? value.toExponential(2) : `${Number(value.toPrecision(3))}`
}
