import { allowance, isClose, type Tolerance } from '../tolerances.ts'
import { formatNumber } from './format-number.ts'

/** A metric as it is stored: one line of a snapshot. */
export interface Metric {
  readonly name: string
  readonly unit: string
  /** null for a value that is not finite */
  readonly value: number | null
  readonly tolerance: Tolerance
}

/** The metrics of one claim under a header that says where they were measured. */
export interface MetricSnapshot {
  readonly header: string
  readonly metrics: readonly Metric[]
}

/** What Vitest needs to know of a comparison. */
export interface MetricComparison {
  readonly pass: boolean
  readonly message: string
  /** what is wrong with a metric, by its name */
  readonly faults: ReadonlyMap<string, string>
  /** what an update writes: a row inside its tolerance stays as it is, and so does every tolerance */
  readonly resolved: string
}

/** Renders one line a metric: `name [unit] = value ± size kind`. */
export function renderMetrics({ header, metrics }: MetricSnapshot): string {
  return [`# ${header}`, ...metrics.map(renderMetric)].join('\n')
}

function renderMetric({ name, unit, value, tolerance }: Metric): string {
  return `${name} [${unit}] = ${value ?? 'not finite'} ± ${tolerance.size} ${tolerance.kind}`
}

/**
 * Reads what {@link renderMetrics} writes, also after an edit by hand.
 *
 * @throws {SyntaxError} that names the line and the form it must have
 */
export function parseMetrics(text: string): MetricSnapshot {
  const lines = text.split('\n').map((line) => line.trim())
  const metrics = lines.filter((line) => line !== '' && !line.startsWith('#')).map(parseMetric)
  const names = new Set<string>()
  const twice = metrics.find(({ name }) => names.size === names.add(name).size)
  if (twice) throw new SyntaxError(`The stored metric ${twice.name} stands in two lines: keep one of them.`)
  return {
    header:
      lines
        .find((line) => line.startsWith('#'))
        ?.slice(1)
        .trim() ?? '',
    metrics,
  }
}

/** So much of a line that is no metric is shown: a file that was damaged may be a single one. */
const longestShown = 200

function parseMetric(line: string): Metric {
  const found = /^(\w+) \[([^\]]+)\] = (\S+|not finite) ± (\S+) (abs|rel)$/.exec(line)
  const [, name, unit, value, size, kind] = found ?? []
  const number = value === 'not finite' ? null : Number(value)
  const sound = (number === null || Number.isFinite(number)) && Number(size) >= 0 && Number.isFinite(Number(size))
  if (!found || !sound) {
    const shown = line.length > longestShown ? `${line.slice(0, longestShown)}…` : line
    throw new SyntaxError(
      `A stored metric reads 'name [unit] = value ± size abs', or rel, but this line is '${shown}'.`,
    )
  }
  return { name: name!, unit: unit!, value: number, tolerance: { kind: kind as 'abs' | 'rel', size: Number(size) } }
}

/**
 * Compares over the union of the names: a metric that vanished fails, and so does a new one. The tolerance in force is
 * the stored one.
 */
export function compareMetrics(obtained: MetricSnapshot, expected: MetricSnapshot): MetricComparison {
  const faults = new Map<string, string>()
  const resolved: Metric[] = []
  const stored = new Map(expected.metrics.map((metric) => [metric.name, metric]))
  for (const metric of obtained.metrics) {
    const before = stored.get(metric.name)
    stored.delete(metric.name)
    const fault = before ? difference(metric, before) : `new, obtained ${metric.value}`
    if (fault) faults.set(metric.name, fault)
    resolved.push(before && !fault ? before : { ...metric, tolerance: before?.tolerance ?? metric.tolerance })
  }
  for (const vanished of stored.values()) faults.set(vanished.name, `vanished, expected ${vanished.value}`)
  return {
    pass: faults.size === 0,
    message: [
      `${faults.size} metric(s) differ from the snapshot:`,
      ...[...faults].map(([name, fault]) => `  ${name}: ${fault}`),
    ].join('\n'),
    faults,
    resolved: renderMetrics({ header: faults.size === 0 ? expected.header : obtained.header, metrics: resolved }),
  }
}

function difference(obtained: Metric, expected: Metric): string | null {
  if (obtained.unit !== expected.unit) return `unit ${obtained.unit}, expected ${expected.unit}`
  if (obtained.value === null || expected.value === null) {
    if (obtained.value === expected.value) return null
    return `obtained ${obtained.value ?? 'not finite'}, expected ${expected.value ?? 'not finite'}`
  }
  if (isClose(obtained.value, expected.value, expected.tolerance)) return null
  return (
    `obtained ${obtained.value}, expected ${expected.value}, ` +
    `difference ${formatNumber(obtained.value - expected.value)}, ` +
    `allowed ${formatNumber(allowance(expected.value, expected.tolerance))} ${obtained.unit}`
  )
}
