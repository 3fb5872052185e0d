import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { HomeworkError } from '../../src/homework-error.ts'
import { claimsJson } from '../../src/report/claims-json.ts'
import { parseReport, readReport } from '../../src/report/compare/read-report.ts'
import { reported, run } from './report/small-report.ts'

const entry = () => claimsJson(run, [reported()]).claims[0]!
const evidence = () => entry().evidence[0]!

/** The text of a sound report with some of its keys replaced. */
const textOf = (changes: object = {}) => JSON.stringify({ ...claimsJson(run, [reported()]), ...changes })
const withEntry = (changes: object) => ({ claims: [{ ...entry(), ...changes }] })
const withEvidence = (changes: object) => withEntry({ evidence: [{ ...evidence(), ...changes }] })

/** What is said of a text that is no report. */
function fault(text: string): string {
  try {
    parseReport('some/claims.json', text)
  } catch (error) {
    expect(error).toBeInstanceOf(HomeworkError)
    return (error as Error).message
  }
  return 'no fault'
}

describe('a report to compare', () => {
  test('is read as it was written, with all that is compared', () => {
    expect(parseReport('a', textOf())).toMatchObject({ scale: 'quick', seed: 'homework-2', claims: [{ id: 'P1.3' }] })
    const path = fileURLToPath(new URL('../../docs/full-scale/problem-3/claims.json', import.meta.url))
    expect(readReport(path)).toEqual(parseReport('a', readFileSync(path, 'utf8')))
  })

  test('may have keys that are not known, and lack those that are not compared', () => {
    const { explanation: _, ...without } = { ...entry(), mood: 'good' }
    expect(fault(textOf({ claims: [without], colour: 'blue' }))).toBe('no fault')
  })

  test.each([
    ['not JSON', '{"schema": 1', 'some/claims.json is not JSON'],
    ['null', 'null', 'the whole: Invalid type: Expected Object but received null'],
    ['of another version', textOf({ schema: 2 }), 'schema: Invalid type: Expected 1 but received 2'],
    ['without claims', textOf({ claims: undefined }), 'claims: Invalid key: Expected "claims" but received undefined'],
    [
      'with a verdict that is none',
      textOf(withEntry({ verdict: 'true' })),
      'claims.0.verdict: Invalid type: Expected ("reproduced" | "refuted" | "inconclusive" | "not-run") but received "true"',
    ],
    ['with a value in words', textOf(withEvidence({ value: '0.9' })), 'claims.0.evidence.0.value: Invalid type'],
    [
      'with an infinite value',
      textOf(withEvidence({ value: 1 })).replace('"value":1,', '"value":1e999,'),
      'claims.0.evidence.0.value: Invalid finite',
    ],
    ['with a claim that stands twice', textOf({ claims: [entry(), entry()] }), 'claims: A claim stands twice'],
    [
      'with a metric that stands twice',
      textOf(withEntry({ evidence: [evidence(), evidence()] })),
      'claims.0.evidence: A metric stands twice',
    ],
  ])('is refused when it is %s, with the place in the file', (_, text, words) => {
    expect(fault(text)).toContain(words)
    expect(fault(text)).toMatch(/^some\/claims\.json is not .* Give the .*claims\.json/)
  })

  test('is refused by three faults, and the count of the others', () => {
    expect(fault('{}')).toMatch(/schema: .*; scale: .*; seed: .*; and 4 more\. Give/)
  })
})
