import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { pinnedVerdict } from '../../src/claims/front-matter.ts'
import { mnistDigest } from '../../src/experiments/lenet/mnist/published-file.ts'
import type { ClaimsJson } from '../../src/report/claims-json.ts'
import { type CollectedClaim, collectClaims } from './claims/collect-claims.ts'

/** The report of the last run at full scale, which takes too long for every run of the suite. */
const report: ClaimsJson = JSON.parse(
  readFileSync(new URL('../../docs/full-scale/problem-3/claims.json', import.meta.url), 'utf8'),
)

let claims: CollectedClaim[] = []
beforeAll(async () => {
  claims = await collectClaims('3-lenet')
})

const nameOf = ({ id, reading, part }: { id: string; reading: string; part: string }) => `${id}, ${reading}: ${part}`

describe('the report of Problem 3 at full scale', () => {
  test('is of the genuine images, and says on which engine it ran', () => {
    expect(report).toMatchObject({ schema: 1, scale: 'full', data: { mnist: 'genuine', mnistDigest } })
    expect(report.backend).toMatchObject({ name: 'wasm', version: expect.stringMatching(/^\d/) })
  })

  test('has each claim of Problem 3, as it is stated now', () => {
    const stated = (claim: { statement: string; id: string; reading: string; part: string }) =>
      `${nameOf(claim)}: ${claim.statement}`
    expect(report.claims.map(stated).sort()).toEqual(claims.map(stated).sort())
  })

  test('found each verdict that is pinned for this scale, with a twin that got another one', () => {
    const pinned = Object.fromEntries(claims.map((claim) => [nameOf(claim), pinnedVerdict(claim.pinned.full)]))
    expect(Object.fromEntries(report.claims.map((entry) => [nameOf(entry), entry.verdict]))).toEqual(pinned)
    for (const { twin, verdict, part } of report.claims)
      expect([null, verdict], part).not.toContain(twin?.verdict ?? null)
  })
})
