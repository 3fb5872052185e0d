import type { EngineName } from '../backend/engine.ts'
import { alignColumns } from './align-columns.ts'

/** How a spec file came out on an engine. */
export interface EngineResult {
  readonly engine: EngineName
  /** the spec file, relative to the project */
  readonly file: string
  /** `skipped`: none of its tests ran; `lost`: its process ended before it did */
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'lost'
  /** the largest distance from an expected value, as a share of what is allowed; null if none was compared */
  readonly deviation: number | null
}

/**
 * A table as lines of text: a row for each spec file, a column for each engine, and in each cell the largest deviation in
 * per cent of the tolerance. A dash says that the run left the spec out on the engine.
 */
export function engineMatrix(results: readonly EngineResult[], engines: readonly EngineName[]): string[] {
  const files = [...new Set(results.map(({ file }) => file))].sort()
  const cells = new Map(results.map((result) => [`${result.engine} ${result.file}`, cellOf(result)]))
  return alignColumns([
    ['spec', ...engines],
    ...files.map((file) => [
      file.replace(/^spec\//, '').replace(/\.spec\.ts$/, ''),
      ...engines.map((engine) => cells.get(`${engine} ${file}`) ?? '–'),
    ]),
  ])
}

function cellOf({ outcome, deviation }: EngineResult): string {
  const words = [outcome === 'passed' ? '' : outcome.toUpperCase(), deviation === null ? '' : inPerCent(deviation)]
  return words.filter((word) => word !== '').join(' ') || 'passed'
}

function inPerCent(share: number): string {
  return Number.isFinite(share) ? `${Number((100 * share).toPrecision(2))} %` : 'not finite'
}
