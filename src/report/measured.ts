import { formatNumber } from '../claims/format-number.ts'
import type { ClaimEntry } from './claims-json.ts'

/** The judged quantity with its interval; of a theorem, how many generated cases hold. */
export function measured({ kind, verdict, evidence }: ClaimEntry): string {
  const [judged] = evidence
  if (!judged) return '–'
  if (kind === 'theorem') {
    return `${formatNumber(judged.value)} cases hold${verdict === 'refuted' ? ', the next one fails' : ''}`
  }
  const interval = judged.low === null ? '' : ` [${formatNumber(judged.low)}, ${formatNumber(judged.high)}]`
  return `${formatNumber(judged.value)}${interval}${judged.unit === '1' ? '' : ` ${judged.unit}`}`
}
