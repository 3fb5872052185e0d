import { describe, expect, test } from 'vitest'
import golden from '../../fixtures/statistics/golden.json' with { type: 'json' }
import { randomStream } from '../../src/random/stream.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'
import { fisherExact } from '../../src/statistics/fisher-exact.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'

describe('Fisher’s exact test', () => {
  test('has the tails of SciPy', () => {
    const different = golden.fisherExact.filter(({ first, second, value }) => {
      return !isClose(fisherExact(first, second), value, tolerances.quantile)
    })
    expect(golden.fisherExact).toHaveLength(12)
    expect(different).toEqual([])
  })

  test('takes the two counts in any order', () => {
    const [few, many] = [
      { successes: 3, trials: 20 },
      { successes: 400, trials: 1000 },
    ]
    expect(isClose(fisherExact(few, many), fisherExact(many, few), tolerances.quantile)).toBe(true)
  })

  test.each([
    [5, 4],
    [-1, 4],
    [0.5, 4],
    [1, 4.5],
  ])('refuses the count %d of %d, on either side', (successes, trials) => {
    const [wrong, sound] = [
      { successes, trials },
      { successes: 2, trials: 4 },
    ]
    const words = `successes must be an integer from 0 to the trials, but are ${successes} of ${trials}`
    expect(() => fisherExact(wrong, sound)).toThrow(new RangeError(words))
    expect(() => fisherExact(sound, wrong)).toThrow(new RangeError(words))
  })

  test('calls equal rates different with the claimed error rate at most', () => {
    const stream = randomStream('agreement', 'equal')
    const count = (trials: number) => ({
      successes: stream.fillUniform(new Float64Array(trials)).filter((value) => value < 0.9).length,
      trials,
    })
    let wrong = 0
    for (let run = 0; run < 1000; run++) if (fisherExact(count(100), count(300)) < 0.05) wrong++
    // A true rate within the claim is called exceeded once in a million changes of the seed.
    expect(clopperPearson(wrong, 1000, 1e-6).low).toBeLessThanOrEqual(0.05)
    expect(wrong).toBeGreaterThan(0)
  })
})
