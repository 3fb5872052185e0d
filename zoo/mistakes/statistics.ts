import type { Mistake } from '../mistake.ts'

/** In what is made of the measurements. */
export const statisticsMistakes: readonly Mistake[] = [
  {
    name: 'The standard deviation of the values for the standard error of their mean',
    edits: [
      {
        file: 'statistics/student-t.ts',
        right: 'criticalT(sample, alpha) * sample.standardError',
        wrong: 'criticalT(sample, alpha) * sample.standardDeviation',
      },
    ],
    seenBy: ['tooling/intervals', 'tooling/judges-error-rates'],
  },
  {
    name: 'A normal quantile for Student’s, however few the values',
    edits: [
      { file: 'statistics/student-t.ts', right: '-tQuantile(alpha, sample.n - 1)', wrong: '-tQuantile(alpha, 1e9)' },
    ],
    seenBy: ['tooling/intervals', 'tooling/judges-power'],
  },
  {
    name: 'A spread with n below, where n − 1 belongs',
    edits: [{ file: 'statistics/sample.ts', right: 'squares / (n - 1)', wrong: 'squares / n' }],
    seenBy: ['tooling/intervals'],
  },
  {
    name: 'NaN left out of a mean',
    edits: [
      {
        file: 'claims/evidence.ts',
        right: 'const sample = sampleOf(values)',
        wrong: 'const sample = sampleOf(Array.from(values).filter(Number.isFinite))',
      },
      {
        file: 'claims/evidence.ts',
        right:
          'if (diverged > 0) return { metric, value: null, low: null, high: null, unit, n: values.length, diverged }',
        wrong: '',
      },
    ],
    seenBy: ['tooling/evidence'],
  },
]
