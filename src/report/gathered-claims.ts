import { stripVTControlCharacters } from 'node:util'
import type { TestCase, TestModule } from 'vitest/node'
import { nameOf } from '../claims/front-matter.ts'
import type { ClaimRecord } from '../claims/record.ts'
import { groupBy } from '../group-by.ts'
import type { ReportedClaim } from './claims-json.ts'
import { fileOf } from './test-module.ts'

/** A claim with its figures, as they came from the worker that ran it. */
export interface DrawnClaim extends ReportedClaim {
  /** of the record's figures, in the same order */
  readonly svgs: readonly Buffer[]
}

/** The claims of a spec file, from what their tests carry. */
export function gatheredClaims(module: TestModule, root: string): DrawnClaim[] {
  const tests = [...module.children.allTests()].filter((test) => test.meta().claim)
  const groups = groupBy(tests, (test) => nameOf(test.meta().claim!.frontMatter))
  return [...groups.values()].map((group) => ({
    record: merge(group),
    file: fileOf(module, root),
    seconds: group.reduce((sum, test) => sum + (test.diagnostic()?.duration ?? 0), 0) / 1000,
    passed: group.every((test) => test.result().state !== 'failed'),
    failures: group.flatMap((test) =>
      (test.result().errors ?? []).map(({ message }) => stripVTControlCharacters(message)),
    ),
    captions: figuresOf(group).map(({ message }) => message),
    svgs: figuresOf(group).map(({ attachment }) => Buffer.from(String(attachment?.body), 'base64')),
  }))
}

function figuresOf(tests: readonly TestCase[]) {
  return tests.flatMap((test) => test.annotations().filter(({ type }) => type === 'figure'))
}

/** Each test of a claim carries the record as far as it was then: what is known in any of them is known. */
function merge(tests: readonly TestCase[]): ClaimRecord {
  const whole = { ...tests[0]!.meta().claim! }
  for (const test of tests) {
    const known = Object.entries(test.meta().claim!).filter(([, value]) => value !== null && !isEmpty(value))
    Object.assign(whole, Object.fromEntries(known))
  }
  return whole
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
