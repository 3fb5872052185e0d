import { beforeAll, describe, expect, test } from 'vitest'
import { falseDecision } from '../../src/claims/error-budget.ts'
import {
  besideQuadrature,
  meanDerivative,
  measureDerivatives,
} from '../../src/experiments/vanishing-gradients/mean-derivative.ts'
import { sampleOf } from '../../src/statistics/sample.ts'
import { meanInterval } from '../../src/statistics/student-t.ts'
import { openLaboratory } from '../../src/training/laboratory.ts'

beforeAll(() => openLaboratory(process.env).engine())

const sampling = { deviations: [0.1, 0.3, 1, 3, 10], samples: 20_000 }

describe.each(['tanh', 'sigmoid'] as const)('the mean derivative of %s', (activation) => {
  test('by quadrature lies in the interval of the engine’s own gradient, averaged over normal inputs', async () => {
    for (const { deviation, derivatives } of await measureDerivatives(activation, sampling, 'mean derivative')) {
      const { low, high } = meanInterval(sampleOf(derivatives), falseDecision)
      const expected = meanDerivative(activation, deviation)
      expect(low, `deviation ${deviation}`).toBeLessThanOrEqual(expected)
      expect(high, `deviation ${deviation}`).toBeGreaterThanOrEqual(expected)
      // What it would be for the other deviations is far outside.
      for (const other of sampling.deviations.filter((each) => each !== deviation)) {
        const elsewhere = meanDerivative(activation, other)
        expect(elsewhere < low || elsewhere > high, `${deviation}, not ${other}`).toBe(true)
      }
    }
  })
})

test('the evidence of a deviation is the engine’s average, and the quadrature after it', () => {
  const measured = [0.5, 2].map((deviation) => ({
    ...{ activation: 'sigmoid' as const, deviation, derivatives: Float32Array.of(0, 0.25) },
  }))
  expect(besideQuadrature(measured, [2]).map(({ metric, value, n }) => [metric, value, n])).toEqual([
    ['mean_derivative_of_sigmoid_at_deviation_2', 0.125, 2],
    ['mean_derivative_of_sigmoid_at_deviation_2_by_quadrature', meanDerivative('sigmoid', 2), 1],
  ])
})
