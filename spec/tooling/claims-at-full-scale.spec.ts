import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { familywise, share, spent } from '../../src/claims/error-budget.ts'
import { pinnedVerdict } from '../../src/claims/front-matter.ts'
import { mnistDigest } from '../../src/experiments/lenet/mnist/published-file.ts'
import type { ClaimEntry, ClaimsJson } from '../../src/report/claims-json.ts'
import { defaultSeed } from '../../src/switches.ts'
import { type CollectedClaim, collectClaims } from './claims/collect-claims.ts'

/** The report of the last run at full scale, which takes too long for every run of the suite. */
function reportOf(problem: string): ClaimsJson {
  return JSON.parse(readFileSync(new URL(`../../docs/full-scale/${problem}/claims.json`, import.meta.url), 'utf8'))
}

type Named = Pick<ClaimEntry, 'id' | 'reading' | 'part' | 'statement'>
const nameOf = ({ id, reading, part }: Named) => `${id}, ${reading}: ${part}`
const stated = (claim: Named) => `${nameOf(claim)}: ${claim.statement}`

/** Not one that is left out at full scale: nobody has spent the hours yet, or chance would decide it. */
const isTried = ({ configuration }: CollectedClaim) => configuration.full !== null

describe.each([
  ['Problem 1', '1-perceptron', 'problem-1'],
  ['Problem 2', '2-dying-relu', 'problem-2'],
  ['Problem 3', '3-lenet', 'problem-3'],
  ['Problem 4', '4-eggholder', 'problem-4'],
])('the report of %s at full scale', (_, specs, folder) => {
  let report: ClaimsJson
  let claims: CollectedClaim[] = []
  beforeAll(async () => {
    claims = await collectClaims(specs)
    report = reportOf(folder)
  })

  test('says at which scale and on which engine it ran', () => {
    expect(report).toMatchObject({ schema: 1, scale: 'full', seed: defaultSeed })
    expect(report.backend).toMatchObject({ name: 'wasm', version: expect.stringMatching(/^\d/) })
  })

  test('has each claim that is tried, as it is stated now, and none that is stated no more', () => {
    const reported = report.claims.map(stated)
    expect(new Set(reported).size).toBe(reported.length)
    expect(claims.filter(isTried).length).toBeGreaterThan(0)
    expect(reported).toEqual(expect.arrayContaining(claims.filter(isTried).map(stated)))
    expect(claims.map(stated)).toEqual(expect.arrayContaining(reported))
  })

  test('found each verdict that is pinned for this scale', () => {
    const pinned = new Map(claims.map((claim) => [nameOf(claim), pinnedVerdict(claim.pinned.full)]))
    const found = report.claims.map((entry) => [nameOf(entry), entry.verdict])
    expect(found).toEqual(report.claims.map((entry) => [nameOf(entry), pinned.get(nameOf(entry))]))
  })

  test('names the test of each that is tried, and a twin that got another verdict', () => {
    const tried = new Set(claims.filter(isTried).map(nameOf))
    for (const entry of report.claims.filter((each) => tried.has(nameOf(each)))) {
      expect(entry.test ?? '', nameOf(entry)).toMatch(/\S/)
      expect([null, entry.verdict], nameOf(entry)).not.toContain(entry.twin?.verdict ?? null)
    }
  })

  test('spent on each decided claim no more than its share of the error budget', () => {
    const decided = report.claims.filter(({ verdict }) => verdict !== 'inconclusive')
    expect(decided.filter(({ alpha, lost }) => alpha + lost > share).map(nameOf)).toEqual([])
  })
})

test('the reports at full scale together spend no more than the error budget', () => {
  const all = ['problem-1', 'problem-2', 'problem-3', 'problem-4'].flatMap((problem) => reportOf(problem).claims)
  expect(spent(all)).toBeLessThanOrEqual(familywise)
})

test('the report of Problem 3 is of the genuine images', () => {
  expect(reportOf('problem-3').data).toEqual({ mnist: 'genuine', mnistDigest })
})
