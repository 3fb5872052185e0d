import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Calibration, calibrate, excesses, wrongEffects } from '../../calibration/calibrate.ts'
import type { Detectable } from '../../calibration/detectable-effects.ts'
import { exceeds, type Row } from '../../calibration/row.ts'
import { rowsOf } from '../../calibration/rows-of-judges.ts'
import { tolerances } from '../../src/tolerances.ts'

const root = new URL('../../', import.meta.url)

/** The shallow end of `npm run calibration`, which has the same rows and more at depth. */
let calibration: Calibration
// It judges some fifteen thousand claims, a millisecond each, and on a busy machine several times that.
const timeout = 300_000
beforeAll(() => {
  calibration = calibrate('calibration', { claims: 120, alphas: [0.05], size: 'small' })
}, timeout)

const named = ({ judge, truth, error }: Row) => `${judge}: ${truth}: ${error}`

describe('where the truth is known, and all that a judge supposes holds,', () => {
  test('no judge decides wrongly, or misses a decision, more often than its report says', () => {
    expect(excesses(calibration).map(named)).toEqual([])
  })

  test('the smallest effect that is said to be found is found, and one of nine tenths is not', () => {
    expect(calibration.detectable.length).toBeGreaterThan(0)
    expect(wrongEffects(calibration)).toEqual([])
  })

  test('what is said is what happens, neither more nor less, where a judge is exact', () => {
    const { falseDecisions, lostDecisions } = calibration
    const addedUp = (rows: readonly Row[], judges: RegExp) =>
      rows.filter(({ judge, claims }) => claims === null && judges.test(judge))
    const exact = [
      ...addedUp(falseDecisions, /t-test/),
      ...addedUp(lostDecisions, /t-test|McNemar|Clopper/),
      ...addedUp(falseDecisions, /prediction/),
    ]
    expect(exact.length).toBeGreaterThan(5)
    for (const row of exact)
      expect(Math.abs(row.measured / row.said - 1), named(row)).toBeLessThan(tolerances.addedUpChance.size)
  })
})

test('a supposition that is broken shows: seeds that depend on each other, values that are nearly all alike', () => {
  const broken = calibration.falseDecisions.filter((row) => row.broken !== null && exceeds(row))
  expect(broken.map((row) => row.broken)).toEqual(
    expect.arrayContaining([
      'seeds that are not independent',
      'values that are not independent',
      'a dozen values that are nearly all alike',
    ]),
  )
})

describe('every judge that a claim asks is calibrated:', () => {
  const folders = ['spec/1-perceptron', 'spec/2-dying-relu', 'spec/3-lenet', 'spec/4-eggholder', 'src/experiments']
  const texts = folders.flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
  )
  const asked = [...new Set(texts.flatMap((text) => text.match(/\bjudge[A-Z]\w+(?=\()/g) ?? []))]

  test.each([
    ['false decisions', 'falseDecisions', false],
    ['lost decisions', 'lostDecisions', true],
    ['the smallest effect that is found', 'detectable', true],
  ] as const)('%s', (_, table, onlyByChance) => {
    const rows: readonly (Row | Detectable)[] = calibration[table]
    const known = new Set(rows.map(({ judge }) => judge))
    expect(asked.length).toBeGreaterThan(5)
    const missing = asked.filter((judge) => {
      const [name, byChance] = rowsOf[judge] ?? [judge, true]
      return (byChance || !onlyByChance) && !known.has(name)
    })
    expect(missing).toEqual([])
  })
})
