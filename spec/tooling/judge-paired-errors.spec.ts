import { describe, expect, test } from 'vitest'
import { judgePairedErrors } from '../../src/claims/judges/paired-errors.ts'
import { randomStream } from '../../src/random/stream.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'
import { firstCount } from '../../src/statistics/first-count.ts'

/** Items that both nets get right, that only one does, and that neither does. */
function nets(both: number, first: number, second: number, neither: number) {
  const rights = (onFirst: boolean) => [
    ...Array<boolean>(both).fill(true),
    ...Array<boolean>(first).fill(onFirst),
    ...Array<boolean>(second).fill(!onFirst),
    ...Array<boolean>(neither).fill(false),
  ]
  return { metric: 'difference', better: rights(true), worse: rights(false), smallestEffect: 0.01 }
}

describe('paired errors of two nets', () => {
  test('are decided by the items on which the nets differ', () => {
    expect(judgePairedErrors(nets(9000, 600, 200, 200)).verdict).toBe('reproduced')
    expect(judgePairedErrors(nets(9000, 200, 600, 200)).verdict).toBe('refuted')
    expect(judgePairedErrors(nets(9900, 40, 40, 20)).verdict).toBe('refuted')
    expect(judgePairedErrors(nets(9000, 430, 370, 200)).verdict).toBe('inconclusive')
  })

  test('say the same however many items both get right or wrong, but for the size of the difference', () => {
    const [few, many] = [judgePairedErrors(nets(10, 60, 0, 10)), judgePairedErrors(nets(500, 60, 0, 500))]
    expect([few.verdict, many.verdict]).toEqual(['reproduced', 'reproduced'])
    expect(few.evidence[0]!.value).toBe(60 / 80)
    expect(many.evidence[0]!.value).toBe(60 / 1060)
  })

  test('of nets that agree on every item are no difference', () => {
    expect(judgePairedErrors(nets(90, 0, 0, 10))).toMatchObject({ verdict: 'refuted', detectable: null })
  })

  test('need the same items and a positive smallest effect', () => {
    expect(() => judgePairedErrors({ ...nets(9, 1, 1, 1), worse: [true] })).toThrow('on 12 and 1')
    expect(() => judgePairedErrors({ ...nets(9, 1, 1, 1), smallestEffect: -1 })).toThrow('but is -1')
  })

  test('call nets of equal accuracy different with the claimed error rate at most', () => {
    const alpha = 0.02
    const stream = randomStream('paired errors', 'equal')
    let wrong = 0
    for (let simulation = 0; simulation < 2000; simulation++) {
      const wins = stream.fillUniform(new Float64Array(60)).filter((value) => value < 0.5).length
      if (judgePairedErrors({ ...nets(500, wins, 60 - wins, 20), alpha }).verdict === 'reproduced') wrong++
    }
    // A true rate within the claim is called exceeded once in a million changes of the seed.
    expect(clopperPearson(wrong, 2000, 1e-6).low).toBeLessThanOrEqual(alpha)
    expect(wrong).toBeGreaterThan(0)
  })
})

test('the first count with a property is found at both ends and nowhere', () => {
  expect([-1, 0.5, 9, 10].map((bound) => firstCount(10, (count) => count > bound))).toEqual([0, 1, 10, 11])
})
