import { formatNumber } from '../../claims/format-number.ts'
import { quantile } from '../../statistics/quantile.ts'
import { sampleOf } from '../../statistics/sample.ts'
import { tableOfText } from '../markdown-table.ts'
import type { MetricOverSeeds } from './metrics-over-seeds.ts'
import { type ClaimOverSeeds, isSteady, isUnsafe, isUnsteady } from './verdicts-over-seeds.ts'

/**
 * Each claim over the seeds, as Markdown, with the count of flips.
 *
 * @param seeds - how many have left a report
 */
export function verdictTable(claims: readonly ClaimOverSeeds[], seeds: number): string {
  const rows = claims.map((each) => {
    const counts = [
      each.asPinned,
      each.flipped,
      each.lost,
      each.twinsKept,
      each.otherwiseRed,
      each.notRun,
      each.notTried,
    ]
    return [
      each.claim,
      each.pinned,
      ...counts.map(String),
      ...[each.medianLost, each.mostLost].map((lost) => (lost === null ? '–' : formatNumber(lost))),
    ]
  })
  const head = [
    'claim',
    'pinned',
    'as pinned',
    'flipped',
    'lost',
    'twin kept',
    'otherwise red',
    'not run',
    'not tried',
    'miss, median',
    'miss, at most',
  ]
  const sum = (of: (claim: ClaimOverSeeds) => number) => claims.reduce((total, claim) => total + of(claim), 0)
  return [
    tableOfText(head, rows),
    '',
    `${claims.length} claims over ${seeds} fresh seeds: ${sum(({ flipped }) => flipped)} verdicts flipped, ` +
      `${sum(({ lost }) => lost)} were lost, ${sum(({ twinsKept }) => twinsKept)} twins kept the pinned verdict, ` +
      `${sum(({ otherwiseRed }) => otherwiseRed)} runs were red otherwise; ${claims.filter(isSteady).length} claims are as ` +
      `pinned with every seed that they were judged with, and ${claims.filter(isUnjudged).length} were judged with none. ` +
      `${claims.filter(isUnsafe).length} would be missed too often.`,
  ].join('\n')
}

/** Not tried at this scale, or without its data, with every seed. */
function isUnjudged(claim: ClaimOverSeeds): boolean {
  return !isSteady(claim) && !isUnsteady(claim)
}

/** Each stored metric over the seeds, as Markdown. */
export function metricTable(metrics: readonly MetricOverSeeds[]): string {
  const rows = metrics.map(({ claim, stored, allowance, values, inside, place }) => [
    claim,
    stored.name.replaceAll('_', ' '),
    stored.unit,
    formatNumber(stored.value),
    formatNumber(allowance),
    ...summary(values),
    `${inside} of ${values.length}`,
    place === null ? '–' : place.toFixed(1),
  ])
  const head = [
    'claim',
    'metric',
    'unit',
    'stored',
    'tolerance',
    'mean',
    'deviation',
    'least',
    'most',
    'inside',
    'place',
  ]
  const places = metrics.flatMap(({ place }) => (place === null ? [] : [Math.abs(place)]))
  const alike = metrics.filter(({ values, inside }) => inside === values.length).length
  return [
    tableOfText(head, rows),
    '',
    `${metrics.length} stored metrics: ${alike} lie within their tolerance with every seed; of ${places.length} that vary the stored value ` +
      `lies ${places.length === 0 ? '–' : quantile(places, 0.5).toFixed(1)} deviations from the mean of the seeds in the ` +
      `median and ${places.length === 0 ? '–' : Math.max(...places).toFixed(1)} at most.`,
  ].join('\n')
}

function summary(values: readonly number[]): string[] {
  const { mean, standardDeviation } = values.length > 1 ? sampleOf(values) : { mean: values[0]!, standardDeviation: 0 }
  return [mean, standardDeviation, Math.min(...values), Math.max(...values)].map(formatNumber)
}
