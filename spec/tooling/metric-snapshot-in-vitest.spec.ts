import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { defaultSeed } from '../../src/switches.ts'
import { nestedSuite } from './nested/suite.ts'

const suite = nestedSuite('measured')
const path = join(suite.root, 'snapshots/1-nested/measured.wasm-quick.snap')
const stored = () => readFileSync(path, 'utf8')
const known = { accuracy: 0.5, angle: 4 }

/** Runs the claim, which measures what it is told to, on the lane that is stored. */
function measure(measured: object, words: string[] = [], variables: Readonly<Record<string, string>> = {}) {
  const lane = { HOMEWORK_BACKEND: 'wasm', HOMEWORK_SEED: defaultSeed, MEASURED: JSON.stringify(measured) }
  const { status } = suite.run(words, { ...lane, ...variables })
  const [failure] = suite.files()[0]!.assertionResults.filter(({ status }) => status === 'failed')
  return { status, failure: failure?.failureMessages[0] ?? null, snapshot: suite.report().claims[0]!.snapshot }
}

/** Replaces a piece of the stored text, as a person would by hand. */
function edit(before: string, after: string): string {
  expect(stored()).toContain(before)
  writeFileSync(path, stored().replace(before, after))
  return stored()
}

// Each test starts processes, which a busy machine is slow at.
describe('the stored metrics of a claim under Vitest', { timeout: 300_000 }, () => {
  let created: string
  let first: ReturnType<typeof measure>
  beforeAll(() => {
    first = measure(known)
    created = stored()
  }, 300_000)
  beforeEach(() => writeFileSync(path, created))

  test('are created by the first run on a person’s machine, one line a metric, and repeat', () => {
    expect(first).toEqual({ status: 0, failure: null, snapshot: 'compared' })
    expect(created).toMatch(/# wasm quick, seed homework-2, .*\naccuracy \[1\] = 0\.5 ± .*\nangle \[1\] = 4 ± /)
    expect(measure(known)).toEqual(first)
    expect(stored()).toBe(created)
  })

  test('are never made in CI, where a missing file fails the claim', () => {
    rmSync(path)
    expect(measure(known, [], { CI: '1' })).toMatchObject({ status: 1, failure: expect.stringContaining('mismatch') })
    expect(existsSync(path)).toBe(false)
  })

  test('turn the claim red when one regresses, and name it alone', () => {
    const { status, failure } = measure({ ...known, angle: 5 })
    expect(status).toBe(1)
    expect(failure).toContain('1 metric(s) differ from the snapshot:\n  angle: obtained 5, expected 4, difference 1')
    expect(failure).not.toContain('accuracy')
    const [claim] = suite.report().claims
    expect(claim).toMatchObject({ verdict: 'reproduced', passed: false })
    expect(claim!.failures).toEqual([expect.stringContaining('angle: obtained 5, expected 4, difference 1')])
    expect(stored()).toBe(created)
  })

  test.each([
    ['vanishes', { accuracy: 0.5 }, 'angle: vanished, expected 4'],
    ['is new', { ...known, loss: 1 }, 'loss: new, obtained 1'],
  ])('turn the claim red when one %s, until an update accepts it', (_, measured, words) => {
    expect(measure(measured)).toMatchObject({ status: 1, failure: expect.stringContaining(words) })
    expect(measure(measured, ['-u']).status).toBe(0)
    expect(measure(measured).status).toBe(0)
    expect([...stored().matchAll(/^\w+(?= \[)/gm)].map(([name]) => name)).toEqual(Object.keys(measured))
  })

  test('keep a tolerance that was set by hand, and every row inside its tolerance, under an update', () => {
    const edited = edit('angle [1] = 4 ± 1e-9 rel', 'angle [1] = 4 ± 0.5 abs')
    expect(measure({ ...known, angle: 4.4 }, ['-u']).status).toBe(0)
    expect(stored()).toBe(edited)
    expect(measure({ ...known, angle: 5 }, ['-u']).status).toBe(0)
    expect(stored()).toContain('angle [1] = 5 ± 0.5 abs')
  })

  test.each([
    ['seed', { HOMEWORK_SEED: 'another' }, 'not compared: the seed is not homework-2'],
    ['engine', { HOMEWORK_BACKEND: 'cpu' }, 'not compared: no metrics are stored for cpu at quick scale'],
    ['scale', { HOMEWORK_SCALE: 'full' }, 'not compared: no metrics are stored for wasm at full scale'],
  ])('are left untouched by a run with another %s, even under an update', (_, variables, snapshot) => {
    expect(measure({ accuracy: 0.9 }, ['-u'], variables)).toEqual({ status: 0, failure: null, snapshot })
    expect(stored()).toBe(created)
    expect(existsSync(join(suite.root, 'snapshots/1-nested/measured.not-compared.snap'))).toBe(false)
  })
})
