import { expect, test } from 'vitest'
import { scalarActivations } from '../../src/experiments/vanishing-gradients/activations.ts'
import { predictedNorms } from '../../src/experiments/vanishing-gradients/mean-field.ts'
import { normalAverage } from '../../src/experiments/vanishing-gradients/normal-average.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'

test('one example makes no pairs: its gradient is error, derivative and what the layer receives, each squared', () => {
  const net = { activation: 'sigmoid', hiddenLayers: 2, width: 8, gain: 2, inputDeviation: 3, batch: 1 } as const
  const { value, derivative } = scalarActivations.sigmoid
  const square = (f: (z: number) => number, deviation: number) => normalAverage(deviation, (z) => f(z) ** 2)
  const received = square(value, net.gain * net.inputDeviation)
  const deviation = net.gain * Math.sqrt(received)
  const error = net.gain ** 2 * square(value, deviation) + 1
  const expected = net.width * 4 * error * net.gain ** 2 * square(derivative, deviation) * received
  expect(isClose(predictedNorms(net)[1]! ** 2, expected, tolerances.quadrature)).toBe(true)
})
