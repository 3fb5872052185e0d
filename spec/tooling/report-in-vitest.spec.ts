import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { falseDecision, familywise, share } from '../../src/claims/error-budget.ts'
import { defaultSeed } from '../../src/switches.ts'
import { nestedSuite } from './nested/suite.ts'

// Each test starts a process or two, which a busy machine is slow at.
describe('the report of a suite under Vitest', { timeout: 120_000 }, () => {
  const [drawn, sound, overspent] = [
    nestedSuite('drawn', 'sound'),
    nestedSuite('sound', 'not-run'),
    nestedSuite('overspent'),
  ]

  test('has each figure at its own place, with its caption', () => {
    expect(drawn.run().status).toBe(0)
    for (const [index, part] of ['first', 'second'].entries()) {
      const folder = `figures/P1.1-as-assigned-drawn-${part}`
      expect(drawn.report().claims[index]).toMatchObject({
        figures: [`${folder}/one.svg`, `${folder}/two.svg`],
        captions: [`Caption of one, drawn ${part}.`, `Caption of two, drawn ${part}.`],
      })
      for (const name of ['one', 'two']) {
        const svg = `<svg xmlns="http://www.w3.org/2000/svg"><title>${name}, drawn ${part}</title></svg>`
        expect(drawn.read(`claims-report/${folder}/${name}.svg`)).toBe(svg)
      }
    }
  })

  test('drops the figures of an earlier run, and is added to the job summary of CI', () => {
    const summary = join(drawn.folder, 'summary.md')
    writeFileSync(summary, 'before\n')
    drawn.run()
    drawn.run(['sound'], { GITHUB_STEP_SUMMARY: summary })
    expect(existsSync(join(drawn.folder, 'suite/claims-report/figures'))).toBe(false)
    expect(readFileSync(summary, 'utf8')).toBe(`before\n${drawn.read('claims-report/claims.md')}`)
  })

  test('says what was run, how long it took, and what it spent', () => {
    sound.run()
    const { partial, notLoaded, wallSeconds, seed, scale, claims, errorBudget } = sound.report()
    expect({ partial, notLoaded, seed, scale }).toEqual({
      partial: false,
      notLoaded: [],
      seed: 'nested',
      scale: 'quick',
    })
    expect(wallSeconds).toBeGreaterThan(0)
    const judged = claims.find(({ part }) => part === 'known truth')!
    expect(judged.alpha).toBe(falseDecision)
    expect(errorBudget).toEqual({ familywise, spent: judged.alpha + judged.lost })
  })

  test.each([
    ['a file', sound, ['sound']],
    ['a claim of a file', drawn, ['--testNamePattern', 'drawn first|known']],
  ])('is partial when %s was left out', (_, suite, words) => {
    suite.run(words)
    expect(suite.report()).toMatchObject({ partial: true, notLoaded: [] })
  })

  test('is red when its claims together overspend the error budget, though each passes, and green with a fresh seed', () => {
    expect(overspent.run().status).toBe(0)
    const { status, stderr } = overspent.run([], { HOMEWORK_SEED: defaultSeed })
    const { claims, errorBudget } = overspent.report()
    expect(claims.filter(({ passed, alpha }) => passed && alpha === share)).toHaveLength(130)
    expect(errorBudget.spent).toBeGreaterThan(1.03 * familywise)
    expect(stderr).toContain(
      'The error budget is overspent: 0.00104 of 0.001, most of it by P1.1 (as-assigned, number 1',
    )
    expect(status).toBe(1)
  })

  describe.each(['missing-key', 'no-claim', 'fails-at-the-end'])(
    'with a file of no or of broken claims, %s,',
    (name) => {
      const suite = nestedSuite('sound', name)

      test('is partial and red, and names the file', () => {
        const { status, stdout } = suite.run()
        expect(status).toBe(1)
        expect(suite.report()).toMatchObject({ partial: true, notLoaded: [`spec/1-nested/${name}.spec.ts`] })
        for (const text of [stdout, suite.read('claims-report/claims.md')]) {
          expect(text).toContain(`Failed to load: spec/1-nested/${name}.spec.ts.`)
          expect(text).not.toContain('every finding is as pinned')
        }
      })
    },
  )
})
