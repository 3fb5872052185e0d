import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Metric, parseMetrics } from '../../claims/metric-snapshot.ts'
import { type SnapshotLane, snapshotPath } from '../../claims/snapshot-lane.ts'

/**
 * The metrics that are stored for a spec file, as Vitest has written them: one snapshot a file.
 *
 * @param root - the project's folder
 * @param file - relative to it, with forward slashes
 */
export function storedMetrics(root: string, file: string, lane: SnapshotLane): readonly Metric[] {
  const path = join(root, snapshotPath(file, lane))
  if (!existsSync(path)) return []
  const text = /^exports\[`.*`\] = `([^`]*)`;$/ms.exec(readFileSync(path, 'utf8'))?.[1]
  if (text === undefined) throw new SyntaxError(`${path} holds no stored metrics`)
  return parseMetrics(text).metrics
}
