import { describe, expect, test } from 'vitest'
import golden from '../../fixtures/statistics/golden.json' with { type: 'json' }
import { type ActivationName, scalarActivations } from '../../src/experiments/vanishing-gradients/activations.ts'
import { normalAverage, pairAverage } from '../../src/experiments/vanishing-gradients/normal-average.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'

const functionsOf = (activation: string) => scalarActivations[activation as ActivationName]

describe('averages over a normal value', () => {
  test('equal those of SciPy, from a deviation of 0.01 to one of 100', () => {
    const different = golden.normalAverages.filter((expected) => {
      const { value, derivative } = functionsOf(expected.activation)
      const average = (f: (z: number) => number) => normalAverage(expected.deviation, f)
      const averages = [average(derivative), average((z) => value(z) ** 2), average((z) => derivative(z) ** 2)]
      const { derivative: first, square, squaredDerivative } = expected
      return ![first, square, squaredDerivative].every((each, i) => isClose(averages[i]!, each, tolerances.quadrature))
    })
    expect(golden.normalAverages).toHaveLength(14)
    expect(different).toEqual([])
  })

  test('are the moments of its law', () => {
    for (const deviation of [0, 0.01, 1, 30]) {
      const moment = (power: number) => normalAverage(deviation, (z) => z ** power)
      expect(moment(0)).toBe(1)
      expect(moment(1)).toBe(0)
      expect(isClose(moment(2), deviation ** 2, tolerances.quadrature)).toBe(true)
      expect(isClose(moment(4), 3 * deviation ** 4, tolerances.quadrature)).toBe(true)
    }
  })

  test('give half to the derivative of ReLU, whatever the deviation', () => {
    for (const deviation of [0.01, 0.3, 1, 100]) {
      const half = normalAverage(deviation, scalarActivations.relu.derivative)
      expect(isClose(half, 0.5, tolerances.quadrature)).toBe(true)
    }
  })
})

describe('averages over two normal values', () => {
  test('equal those of SciPy', () => {
    const different = golden.normalPairs.filter(
      ({ activation, deviation, correlation, product, derivativeProduct }) => {
        const { value, derivative } = functionsOf(activation)
        const average = (f: (z: number) => number) => pairAverage(deviation, correlation * deviation ** 2, f)
        return !(
          isClose(average(value), product, tolerances.pairQuadrature) &&
          isClose(average(derivative), derivativeProduct, tolerances.pairQuadrature)
        )
      },
    )
    expect(golden.normalPairs).toHaveLength(12)
    expect(different).toEqual([])
  })

  test('are a square where the values are one, and the square of an average where they are independent', () => {
    const { value } = scalarActivations.sigmoid
    expect(
      isClose(
        pairAverage(2, 4, value),
        normalAverage(2, (z) => value(z) ** 2),
        tolerances.pairQuadrature,
      ),
    ).toBe(true)
    expect(isClose(pairAverage(2, 0, value), normalAverage(2, value) ** 2, tolerances.pairQuadrature)).toBe(true)
    expect(
      isClose(
        pairAverage(2, 1.5, (z) => z),
        1.5,
        tolerances.pairQuadrature,
      ),
    ).toBe(true)
  })
})
