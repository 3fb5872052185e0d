import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { pinnedVerdict } from '../../src/claims/front-matter.ts'
import { mnistDigest } from '../../src/experiments/lenet/mnist/published-file.ts'
import type { ClaimEntry, ClaimsJson } from '../../src/report/claims-json.ts'
import { type CollectedClaim, collectClaims } from './claims/collect-claims.ts'

/** The report of the last run at full scale, which takes too long for every run of the suite. */
function reportOf(problem: string): ClaimsJson {
  return JSON.parse(readFileSync(new URL(`../../docs/full-scale/${problem}/claims.json`, import.meta.url), 'utf8'))
}

type Named = Pick<ClaimEntry, 'id' | 'reading' | 'part' | 'statement'>
const nameOf = ({ id, reading, part }: Named) => `${id}, ${reading}: ${part}`
const stated = (claim: Named) => `${nameOf(claim)}: ${claim.statement}`

/** A claim whose trainings take hours that nobody has spent yet says so in its pin. */
const hasRun = ({ pinned }: CollectedClaim) =>
  typeof pinned.full === 'string' || !pinned.full.inconclusive.startsWith('Not run yet')

describe.each([
  ['Problem 3', '3-lenet', 'problem-3'],
  ['Problem 4', '4-eggholder', 'problem-4'],
])('the report of %s at full scale', (_, specs, folder) => {
  const report = reportOf(folder)
  let claims: CollectedClaim[] = []
  beforeAll(async () => {
    claims = (await collectClaims(specs)).filter(hasRun)
  })

  test('says at which scale and on which engine it ran', () => {
    expect(report).toMatchObject({ schema: 1, scale: 'full' })
    expect(report.backend).toMatchObject({ name: 'wasm', version: expect.stringMatching(/^\d/) })
  })

  test('has each claim that was run, as it is stated now', () => {
    expect(claims.length).toBeGreaterThan(0)
    expect(report.claims.map(stated).sort()).toEqual(claims.map(stated).sort())
  })

  test('found each verdict that is pinned for this scale, with a twin that got another one', () => {
    const pinned = Object.fromEntries(claims.map((claim) => [nameOf(claim), pinnedVerdict(claim.pinned.full)]))
    expect(Object.fromEntries(report.claims.map((entry) => [nameOf(entry), entry.verdict]))).toEqual(pinned)
    for (const { twin, verdict, part } of report.claims)
      expect([null, verdict], part).not.toContain(twin?.verdict ?? null)
  })
})

test('the report of Problem 3 is of the genuine images', () => {
  expect(reportOf('problem-3').data).toEqual({ mnist: 'genuine', mnistDigest })
})
