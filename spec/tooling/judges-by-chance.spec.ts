import { describe, expect, test } from 'vitest'
import { falseDecision } from '../../src/claims/error-budget.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { judgeValue } from '../../src/claims/judges/value.ts'
import { judgeValues } from '../../src/claims/judges/values.ts'
import { randomStream } from '../../src/random/stream.ts'
import { sampleOf } from '../../src/statistics/sample.ts'
import { predictionInterval } from '../../src/statistics/student-t.ts'

const noise = (name: string, count: number) => randomStream('judges', name).fillNormal(new Float64Array(count))
const shifted = (name: string, count: number, mean: number) => noise(name, count).map((value) => value + mean)
const differences = { metric: 'difference', claimed: { above: 0 }, smallestEffect: 0.5 }

describe('an ordering', () => {
  test('is reproduced by a clear effect, and refuted by a clear lack of one', () => {
    expect(judgeOrdering({ ...differences, values: shifted('clear', 200, 1) }).verdict).toBe('reproduced')
    expect(judgeOrdering({ ...differences, values: shifted('none', 2000, 0) }).verdict).toBe('refuted')
    expect(judgeOrdering({ ...differences, values: shifted('reversed', 200, -1) }).verdict).toBe('refuted')
  })

  test('is inconclusive where the interval holds both no effect and one of interest', () => {
    expect(judgeOrdering({ ...differences, values: noise('few', 20) })).toMatchObject({
      verdict: 'inconclusive',
      lost: 1,
    })
  })

  test('means the same whichever way it is put', () => {
    const values = shifted('mirrored', 200, 1)
    const below = judgeOrdering({ ...differences, values: values.map((value) => -value), claimed: { below: 0 } })
    expect(below).toMatchObject({ verdict: 'reproduced', lost: judgeOrdering({ ...differences, values }).lost })
  })

  test('needs 6 values and a positive smallest effect', () => {
    expect(() => judgeOrdering({ ...differences, values: [1, 2, 3, 4, 5] })).toThrow(
      'at least 6 paired values, but has 5',
    )
    expect(judgeOrdering({ ...differences, values: [1, 2, 3, 4, 5, 6] }).verdict).toBe('inconclusive')
    expect(() => judgeOrdering({ ...differences, values: noise('any', 9), smallestEffect: 0 })).toThrow('but is 0')
  })
})

describe('a rate', () => {
  const rate = { metric: 'rate', trials: 1000, claimed: { above: 0.9 } }

  test('is decided when its whole interval lies on one side of the bound', () => {
    expect(judgeRate({ ...rate, successes: 960 }).verdict).toBe('reproduced')
    expect(judgeRate({ ...rate, successes: 910 }).verdict).toBe('inconclusive')
    expect(judgeRate({ ...rate, successes: 800 }).verdict).toBe('refuted')
    expect(judgeRate({ ...rate, successes: 960, claimed: { below: 0.9 } }).verdict).toBe('refuted')
  })

  test('is decided only if trials without a result, whatever they were, change nothing', () => {
    expect(judgeRate({ ...rate, successes: 960, diverged: 40 })).toMatchObject({
      verdict: 'reproduced',
      evidence: [{ diverged: 40, high: 1 }],
      finding: expect.stringMatching(/and 40 have no result/),
    })
    expect(judgeRate({ ...rate, successes: 890, diverged: 80 })).toMatchObject({ verdict: 'inconclusive', lost: 1 })
    const below = { ...rate, successes: 800, claimed: { below: 0.9 } }
    expect(judgeRate({ ...below, diverged: 20 }).verdict).toBe('reproduced')
    expect(judgeRate({ ...below, diverged: 20 }).lost).toBeGreaterThan(judgeRate(below).lost)
    expect(judgeRate({ ...below, diverged: 100 }).verdict).toBe('inconclusive')
    expect(() => judgeRate({ ...rate, successes: 960, diverged: 41 })).toThrow('more than 1000 trials')
  })

  test('is missed the likelier, the nearer the bound', () => {
    const [near, far] = [judgeRate({ ...rate, successes: 945 }), judgeRate({ ...rate, successes: 985 })]
    expect(near.verdict).toBe('reproduced')
    expect(near.lost).toBeGreaterThan(0.1)
    expect(far.lost).toBeLessThan(falseDecision)
  })
})

describe('a reported value', () => {
  const value = { metric: 'accuracy', values: shifted('accuracies', 100, 10), resolution: 20 }

  test('is reproduced inside the prediction interval of one new run and refuted outside', () => {
    expect(judgeValue({ ...value, reported: 11 }).verdict).toBe('reproduced')
    expect(judgeValue({ ...value, reported: 20 }).verdict).toBe('refuted')
    expect(judgeValue({ ...value, reported: 0 }).verdict).toBe('refuted')
  })

  test('is inconclusive inside an interval that is wider than its resolution', () => {
    expect(judgeValue({ ...value, reported: 11, resolution: 1 }).verdict).toBe('inconclusive')
    expect(judgeValue({ ...value, reported: 11, resolution: 9 })).toMatchObject({ verdict: 'inconclusive', lost: 1 })
  })
})

describe('several reported values', () => {
  const question = (name: string, reported: number, resolution = 20) => {
    return { metric: name, values: noise(name, 30), reported, resolution }
  }

  test('are reproduced together, refuted by one, and inconclusive if one is and none is refuted', () => {
    const [first, second] = [question('first', 1), question('second', -1)]
    expect(judgeValues([first, second]).verdict).toBe('reproduced')
    expect(judgeValues([first, question('far', 30), question('wide', 0, 1e-3)]).verdict).toBe('refuted')
    expect(judgeValues([first, question('wide', 0, 1e-3)])).toMatchObject({ verdict: 'inconclusive', lost: 1 })
    expect(judgeValues([first, question('wide', 0, 1e-3), question('far', 30)]).verdict).toBe('refuted')
    expect(() => judgeValues([])).toThrow('but there are none')
  })

  test('share the error rate of one', () => {
    const alone = judgeValue(question('first', 1))
    const together = judgeValues([question('first', 1), question('second', -1)])
    expect(together.alpha).toBeCloseTo(alone.alpha, 12)
    const parts = ['first', 'second'].map((name, index) =>
      judgeValue({ ...question(name, 1 - 2 * index), alpha: alone.alpha / 4 }),
    )
    expect(together.lost).toBe(parts[0]!.lost + parts[1]!.lost)
    expect(together.evidence.map(({ metric }) => metric)).toEqual(['first', 'second'])
  })

  test('are missed as often as the surest refuted one', () => {
    const questions = [question('first', 7), question('second', 8), question('third', 0)]
    const [first, second] = questions.map((each) => judgeValue({ ...each, alpha: falseDecision / 6 }))
    expect([first!.verdict, second!.verdict]).toEqual(['refuted', 'refuted'])
    expect(first!.lost).toBeGreaterThan(second!.lost)
    expect(judgeValues(questions)).toMatchObject({ verdict: 'refuted', lost: second!.lost })
  })

  test('are missed with certainty at most', () => {
    const { high } = predictionInterval(sampleOf(question('first', 0).values), falseDecision / 6)
    const near = question('first', 0.999 * high)
    expect(judgeValues([near, near, near])).toMatchObject({ verdict: 'reproduced', lost: 1 })
  })
})
