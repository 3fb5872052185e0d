import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import golden from '../../fixtures/statistics/golden.json' with { type: 'json' }
import { propertySeed } from '../../src/random/property-seed.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'
import { differences } from '../../src/statistics/differences.ts'
import { sampleOf } from '../../src/statistics/sample.ts'
import { meanInterval, predictionInterval } from '../../src/statistics/student-t.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'

const closeTo = (value: number, expected: number) => isClose(value, expected, tolerances.quantile)

describe('Clopper-Pearson intervals', () => {
  test('equal those of SciPy, down to error rates of 1e-12', () => {
    const different = golden.clopperPearson.filter(({ successes, trials, alpha, low, high }) => {
      const interval = clopperPearson(successes, trials, alpha)
      return !closeTo(interval.low, low) || !closeTo(interval.high, high)
    })
    expect(golden.clopperPearson).toHaveLength(100)
    expect(different).toEqual([])
  })

  test('refuse counts that no experiment gives', () => {
    expect(() => clopperPearson(1, 0, 0.025)).toThrow('trials must be an integer of at least 1, but is 0')
    expect(() => clopperPearson(4, 3, 0.025)).toThrow('successes must be an integer from 0 to 3, but is 4')
    expect(() => clopperPearson(-1, 3, 0.025)).toThrow('but is -1')
    expect(() => clopperPearson(0.5, 3, 0.025)).toThrow('but is 0.5')
  })
})

describe('intervals by Student’s t', () => {
  const small = golden.studentT.filter(({ values }) => values !== null)

  test('equal those of SciPy for the mean', () => {
    for (const { values, alpha, mean, standardDeviation, low, high } of small) {
      const sample = sampleOf(values!)
      expect(closeTo(sample.mean, mean) && closeTo(sample.standardDeviation, standardDeviation)).toBe(true)
      const interval = meanInterval(sample, alpha)
      expect([closeTo(interval.low, low), closeTo(interval.high, high)], `n ${values!.length}, ${alpha}`).toEqual([
        true,
        true,
      ])
    }
    expect(small).toHaveLength(15)
  })

  test('are wider for one new run, by its own spread and by noise that the runs do not show', () => {
    const sample = sampleOf([1, 2, 3, 4, 5, 6])
    const mean = meanInterval(sample, 0.025)
    const run = predictionInterval(sample, 0.025)
    const noisyRun = predictionInterval(sample, 0.025, 4)
    // √(s² + s²/n) over s/√n is √(n + 1).
    expect(closeTo((run.high - 3.5) / (mean.high - 3.5), Math.sqrt(7))).toBe(true)
    // The variance of the values is 3.5.
    expect(closeTo((noisyRun.high - 3.5) / (run.high - 3.5), Math.sqrt(1 + 4 / (3.5 + 3.5 / 6)))).toBe(true)
    for (const { low, high } of [run, noisyRun]) expect(closeTo(3.5 - low, high - 3.5)).toBe(true)
  })

  test('see no spread in equal values, whatever their sum is rounded to', () => {
    expect(sampleOf([0.1, 0.1, 0.1])).toEqual({ n: 3, mean: 0.1, standardDeviation: 0, standardError: 0 })
    const value = fc.double({ noNaN: true, min: -1e300, max: 1e300 })
    fc.assert(
      fc.property(value, fc.integer({ min: 2, max: 100 }), (value, n) => {
        const { mean, standardDeviation } = sampleOf(new Float64Array(n).fill(value))
        return mean === value && standardDeviation === 0
      }),
      { seed: propertySeed('intervals', 'equal values') },
    )
  })

  test('need two finite values', () => {
    expect(() => sampleOf([1])).toThrow('a spread needs at least 2 values, but there are 1')
    expect(() => sampleOf([1, Number.NaN])).toThrow('finite')
  })
})

test('paired differences need pairs', () => {
  expect(differences(Float64Array.of(3, 5), Float64Array.of(1, 7))).toEqual(Float64Array.of(2, -2))
  expect(() => differences(Float64Array.of(1), Float64Array.of(1, 2))).toThrow('there are 1 and 2')
})
