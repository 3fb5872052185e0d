import { describe, expect, test } from 'vitest'
import { falseDecision, familywise, lostDecision, share, spent } from '../../src/claims/error-budget.ts'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { GateError, holdToPin, holdToShare, holdTwinApart } from '../../src/claims/gate.ts'
import type { Judgement } from '../../src/claims/judgement.ts'
import { NotRun } from '../../src/claims/not-run.ts'
import type { Verdict } from '../../src/claims/verdict.ts'
import { defaultSeed } from '../../src/switches.ts'
import { soundFrontMatter } from './claims/sound-front-matter.ts'

const claim = soundFrontMatter

function judgement(verdict: Verdict, lost = 0): Judgement {
  const finding = 'difference is 0.1 [0.05, 0.15].'
  return { verdict, test: 't-test', alpha: falseDecision, lost, detectable: 0.01, evidence: [], finding }
}

describe('the gate', () => {
  test('lets a refuted claim pass that is pinned as refuted', () => {
    expect(() => holdToPin(claim, 'quick', judgement('refuted'))).not.toThrow()
  })

  test('says of a flipped finding what flipped, what was measured and what to do', () => {
    expect(() => holdToPin(claim, 'quick', judgement('reproduced'))).toThrow(
      [
        'The finding P1.3 (as-assigned, accuracy) has flipped: pinned as refuted at quick scale, now reproduced.',
        'Claim: Hinge loss is better.',
        'Measured: difference is 0.1 [0.05, 0.15].',
        'Test: t-test.',
        'Remedy: find out what changed the result. Only if the new finding is true, pin reproduced and explain it.',
      ].join('\n'),
    )
  })

  test('goes red when a pinned decision is lost', () => {
    expect(() => holdToPin(claim, 'quick', judgement('inconclusive', 1))).toThrow('has lost its evidence')
  })

  test('goes red when a finding that is pinned as inconclusive gets decided', () => {
    expect(() => holdToPin(claim, 'full', judgement('inconclusive', 1))).not.toThrow()
    expect(() => holdToPin(claim, 'full', judgement('refuted'))).toThrow(
      'pinned as inconclusive at full scale, now refuted',
    )
  })

  test('goes red when a fresh seed would miss the decision too often', () => {
    const hold = (lost: number) => holdToShare(claim, 'quick', defaultSeed, judgement('refuted', lost))
    expect(() => hold(share / 2)).not.toThrow()
    expect(() => hold(share)).toThrow('refuted as pinned, but not safely so')
    expect(() => hold(share)).toThrow('if the measured effect is the true one')
  })

  test('holds no share where the estimate is drawn anew, nor of what is pinned as undecided', () => {
    expect(() => holdToShare(claim, 'quick', 'fresh', judgement('refuted', share))).not.toThrow()
    const timed = { ...judgement('refuted', share), evidence: [exactEvidence('seconds', 2, 's')] }
    expect(() => holdToShare(claim, 'quick', defaultSeed, timed)).not.toThrow()
    expect(() => holdToShare(claim, 'full', defaultSeed, judgement('inconclusive', 1))).not.toThrow()
  })

  test.each(['', ' '])('goes red when a judgement states no test: %j', (test) => {
    expect(() => holdToPin(claim, 'quick', { ...judgement('refuted'), test })).toThrow(
      'is refuted by a test without a name',
    )
  })

  test('goes red when the twin keeps the pinned verdict', () => {
    expect(() => holdTwinApart(claim, 'quick', 'epochs: 1', judgement('reproduced'))).not.toThrow()
    expect(() => holdTwinApart(claim, 'quick', 'epochs: 1', judgement('refuted'))).toThrow(
      "The negative twin of P1.3 (as-assigned, accuracy) keeps the pinned verdict: with 'epochs: 1' it is refuted all the same.",
    )
  })
})

test('what a claim ends with is called by its name', () => {
  expect(String(new GateError('it flipped'))).toBe('GateError: it flipped')
  expect(String(new NotRun('no data'))).toBe('NotRun: no data')
})

test('the budget is the sum of both errors of all claims, and holds 125 of them', () => {
  expect(spent([judgement('refuted', 3e-6), judgement('reproduced', 1e-6)])).toBe(2 * falseDecision + 4e-6)
  expect(share * 125).toBe(familywise)
  expect([share, falseDecision, lostDecision]).toEqual([8e-6, 4e-6, 4e-6])
})
