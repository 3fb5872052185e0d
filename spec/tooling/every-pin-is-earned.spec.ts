import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { nameOf } from '../../src/claims/front-matter.ts'
import { snapshotPath } from '../../src/claims/snapshot-lane.ts'
import type { ClaimsJson } from '../../src/report/claims-json.ts'
import { type CollectedClaim, collectClaims } from './claims/collect-claims.ts'

const urlOf = (path: string) => new URL(`../../${path}`, import.meta.url)

/** The claims that the last run of a problem at full scale judged. */
function reportedAtFullScale(folder: string): string[] {
  const url = urlOf(`docs/full-scale/problem-${folder[0]}/claims.json`)
  if (!existsSync(url)) return []
  return (JSON.parse(readFileSync(url, 'utf8')) as ClaimsJson).claims.filter(({ test }) => test !== null).map(nameOf)
}

/*
 * What a pin rests on. That the judged verdict is the pinned one, by a test that is named, and that the negative twin gets
 * another, each run of a claim holds anew at its own scale; at full scale `claims-at-full-scale.spec.ts` holds it against the
 * last reports. Here it is that a report has the claim at all.
 */
describe.each(['1-perceptron', '2-dying-relu', '3-lenet', '4-eggholder'])('every pin of %s is earned:', (folder) => {
  const files = readdirSync(urlOf(`spec/${folder}`))
  let claims: CollectedClaim[] = []
  beforeAll(async () => {
    claims = await collectClaims(folder)
  })

  test('at full scale a stored report has it, or it is left out, and then undecided', () => {
    expect(claims).toHaveLength(files.length)
    const reported = reportedAtFullScale(folder)
    const unearned = claims.filter((claim) =>
      claim.configuration.full === null ? typeof claim.pinned.full === 'string' : !reported.includes(nameOf(claim)),
    )
    expect(unearned.map(nameOf)).toEqual([])
  })

  test('an undecided one gives its reason in a sentence', () => {
    for (const [index, { pinned }] of claims.entries()) {
      for (const pin of Object.values(pinned)) {
        if (typeof pin !== 'string') expect(pin.inconclusive, files[index]).toMatch(/^[A-Z].* .* .*\.$/)
      }
    }
  })

  test('one that is tried at quick scale has stored metrics, unless they are seconds', () => {
    for (const [index, file] of files.entries()) {
      const isTimed =
        file.endsWith('.timed.spec.ts') || readFileSync(urlOf(`spec/${folder}/${file}`), 'utf8').includes("unit: 's'")
      const path = snapshotPath(`spec/${folder}/${file}`, { compared: true, name: 'wasm-quick' })
      expect(existsSync(urlOf(path)), file).toBe(claims[index]!.configuration.quick !== null && !isTimed)
    }
  })
})
