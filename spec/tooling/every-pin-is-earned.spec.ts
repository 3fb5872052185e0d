import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { pinnedVerdict } from '../../src/claims/front-matter.ts'
import { snapshotPath } from '../../src/claims/snapshot-lane.ts'
import { configureTwin } from '../../src/claims/twin.ts'
import { type CollectedClaim, collectClaims } from './claims/collect-claims.ts'

const urlOf = (path: string) => new URL(`../../${path}`, import.meta.url)
const scales = ['quick', 'full'] as const
/** Milliseconds to load the specs of a problem: a second, and on a busy machine many times that. */
const timeout = 120_000

/*
 * What a pin rests on. That the judged verdict is the pinned one, and that the negative twin gets another, each run of a
 * claim holds anew at its own scale; at full scale `claims-at-full-scale.spec.ts` holds it against the last reports.
 */
describe.each(['1-perceptron', '2-dying-relu', '3-lenet', '4-eggholder'])('every pin of %s is earned:', (folder) => {
  const files = readdirSync(urlOf(`spec/${folder}`))
  let claims: CollectedClaim[] = []
  beforeAll(async () => {
    claims = await collectClaims(folder)
  }, timeout)

  test('a decided one has something to be tried with, and its twin changes one field of it', () => {
    expect(claims).toHaveLength(files.length)
    for (const [index, { configuration, pinned, twin }] of claims.entries()) {
      for (const scale of scales) {
        const tried = configuration[scale]
        if (pinnedVerdict(pinned[scale]) !== 'inconclusive') expect(tried, files[index]).not.toBeNull()
        if (tried !== null) expect(() => configureTwin(tried, twin), files[index]).not.toThrow()
      }
    }
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
