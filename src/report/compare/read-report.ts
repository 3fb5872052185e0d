import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { nameOf } from '../../claims/front-matter.ts'
import { HomeworkError } from '../../homework-error.ts'
import type { ComparedReport } from './compared-report.ts'

const word = v.pipe(v.string(), v.nonEmpty())
// JSON has no infinity, but 1e999 is read as one.
const number = v.nullable(v.pipe(v.number(), v.finite()))

const evidence = v.object({ metric: word, value: number, low: number, high: number, unit: word })

const claim = v.object({
  id: word,
  reading: v.picklist(['as-submitted', 'as-assigned']),
  part: word,
  kind: v.picklist(['exact', 'value', 'ordering', 'rate', 'theorem']),
  statement: v.string(),
  file: word,
  verdict: v.picklist(['reproduced', 'refuted', 'inconclusive', 'not-run']),
  pinned: v.picklist(['reproduced', 'refuted', 'inconclusive']),
  passed: v.boolean(),
  evidence: v.pipe(
    v.array(evidence),
    v.check((all) => areDifferent(all.map(({ metric }) => metric)), 'A metric stands twice'),
  ),
})

const report = v.object({
  schema: v.literal(1),
  scale: v.picklist(['quick', 'full']),
  seed: word,
  partial: v.boolean(),
  notLoaded: v.optional(v.array(word), []),
  commit: v.nullable(v.string()),
  backend: v.object({ name: word }),
  claims: v.pipe(
    v.array(claim),
    v.check((all) => areDifferent(all.map(nameOf)), 'A claim stands twice'),
  ),
})

/** As many faults are told: a foreign file has hundreds. */
const mostFaults = 3

/** In characters: a fault repeats the value that was received. */
const longestFault = 300

/**
 * Reads a `claims.json` that may come from anywhere. Keys that are not compared may be there or not.
 *
 * @throws {HomeworkError} that names the file and what is wrong: it cannot be read, is no JSON, or is no report
 */
export function readReport(path: string): ComparedReport {
  return parseReport(path, read(path))
}

/**
 * Parses the text of a `claims.json`, as {@link readReport} does.
 *
 * @param path - for the message
 * @throws {HomeworkError}
 */
export function parseReport(path: string, text: string): ComparedReport {
  const parsed = v.safeParse(report, parseJson(path, text))
  if (parsed.success) return parsed.output
  const { issues } = parsed
  const faults = issues.slice(0, mostFaults).map((issue) => {
    const words = `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`
    return words.length > longestFault ? `${words.slice(0, longestFault)}…` : words
  })
  const more = issues.length > mostFaults ? `; and ${issues.length - mostFaults} more` : ''
  throw new HomeworkError(
    `${path} is not a claims.json that can be compared. ${faults.join('; ')}${more}. ` +
      'Give the claims.json of a claims-report.',
  )
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new HomeworkError(`${path} cannot be read: ${(error as Error).message}. Give the path of a claims.json.`, {
      cause: error,
    })
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new HomeworkError(`${path} is not JSON: ${(error as Error).message}. Give the path of a claims.json.`, {
      cause: error,
    })
  }
}

function areDifferent(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}
