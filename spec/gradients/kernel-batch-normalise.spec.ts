import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { batchNormalise } from '../../src/backend/kernels/batch-normalise.ts'
import { randomStream } from '../../src/random/stream.ts'
import { readSwitches } from '../../src/switches.ts'
import { float32Normalisation, float32Sum, isClose } from '../../src/tolerances.ts'
import { type Channels, channelOf, derivativeOf, normalisation, product } from './kernel-twins.ts'

const parameters = { seed: 7, numRuns: readSwitches(process.env).gradientRuns }
const timeout = 5000 + 40 * parameters.numRuns
const epsilon = 1e-3

const small = (max: number) => fc.integer({ min: 1, max })
/** The shapes of x and gamma: a dense layer's with a vector or a row of gammas, a convolution's, an ensemble's. */
const shapes = fc.oneof(
  fc.tuple(small(30), small(9)).map(([rows, columns]) => ({ x: [rows, columns], gamma: [columns], blocks: 1 })),
  fc.tuple(small(30), small(9)).map(([rows, columns]) => ({ x: [rows, columns], gamma: [1, columns], blocks: 1 })),
  fc.tuple(small(3), small(4), small(4), small(9)).map((x) => ({ x, gamma: x.slice(3), blocks: 1 })),
  fc.tuple(small(4), small(30), small(4)).map((x) => ({ x, gamma: [x[0], 1, x[2]], blocks: x[0] })),
)
const cases = fc.record({
  shapes,
  // Constant channels and channels far from 0 are the hard ones.
  offset: fc.constantFrom(0, 0, 10, -100),
  spread: fc.constantFrom(1, 1, 0.01, 0),
  draw: fc.nat(),
})

describe.each(['wasm', 'cpu'] as const)('batch normalisation on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  test(
    'for any batch: is what float64 computes, and so is its derivative in any direction',
    () => {
      const property = fc.property(cases, ({ shapes, offset, spread, draw }) => {
        const size = shapes.x.reduce((a, b) => a * b)
        const count = shapes.gamma.reduce((a, b) => a * b)
        const layout: Channels = { blocks: shapes.blocks, rows: size / count, columns: count / shapes.blocks }
        const stream = randomStream('kernel-batch-normalise', draw)
        const drawn = (length: number) => stream.fillNormal(new Float32Array(length))
        const given = {
          x: drawn(size).map((value) => offset + spread * value),
          gamma: drawn(count),
          beta: drawn(count),
        }
        const [towards, dy] = [{ x: drawn(size), gamma: drawn(count), beta: drawn(count) }, drawn(size)]
        const measured = compute(shapes, given, dy)

        let [derivative, expected, allowed] = [0, 0, 0]
        for (let channel = 0; channel < count; channel++) {
          const [x, dx, slope] = [given.x, towards.x, dy].map((values) => channelOf(values, layout, channel))
          const moved = (t: number) => {
            const gamma = given.gamma[channel]! + t * towards.gamma[channel]!
            const beta = given.beta[channel]! + t * towards.beta[channel]!
            return normalisation(
              x!.map((value, row) => value + t * dx![row]!),
              gamma,
              beta,
              epsilon,
            )
          }
          const { output, mean, variance, inverse } = moved(0)
          const [gamma, beta] = [Math.abs(given.gamma[channel]!), Math.abs(given.beta[channel]!)]
          const largest = Math.max(...x!.map(Math.abs))
          const z = Math.max(...x!.map((value) => Math.abs(value - mean))) * inverse
          const tolerance = (magnitude: number) =>
            float32Normalisation(layout.rows, (1 + z) ** 2 * (1 + largest * inverse), magnitude)

          expect(isClose(measured.mean[channel]!, mean, float32Sum(layout.rows + 4, largest))).toBe(true)
          expect(isClose(measured.variance[channel]!, variance, tolerance(largest ** 2))).toBe(true)
          for (const [row, value] of channelOf(measured.output, layout, channel).entries()) {
            expect(isClose(value, output[row]!, tolerance(gamma + beta))).toBe(true)
          }

          expected += derivativeOf((t) => product(moved(t).output, slope!).sum, 2 ** -12)
          derivative += product(channelOf(measured.dx, layout, channel), dx!).sum
          derivative +=
            measured.dGamma[channel]! * towards.gamma[channel]! + measured.dBeta[channel]! * towards.beta[channel]!
          const sumOf = (values: number[]) => values.reduce((sum, value) => sum + Math.abs(value), 0)
          const inX = gamma * inverse * Math.max(...slope!.map(Math.abs)) * sumOf(dx!)
          const inParameters = sumOf(slope!) * (Math.abs(towards.gamma[channel]!) + Math.abs(towards.beta[channel]!))
          allowed += tolerance(inX + inParameters).size
        }
        expect(isClose(derivative, expected, { kind: 'abs', size: allowed })).toBe(true)
      })
      fc.assert(property, parameters)
    },
    timeout,
  )
})

interface Values {
  readonly x: Float32Array
  readonly gamma: Float32Array
  readonly beta: Float32Array
}

function compute(shapes: { x: number[]; gamma: number[] }, values: Values, dy: Float32Array) {
  return tf.tidy(() => {
    const x = tf.tensor(values.x, shapes.x)
    const [gamma, beta] = [tf.tensor(values.gamma, shapes.gamma), tf.tensor(values.beta, shapes.gamma)]
    const { output, mean, variance } = batchNormalise(x, gamma, beta, epsilon)
    const gradients = tf.grads((x, gamma, beta) => batchNormalise(x!, gamma!, beta!, epsilon).output)
    const [dx, dGamma, dBeta] = gradients([x, gamma, beta], tf.tensor(dy, shapes.x))
    const read = (tensor: tf.Tensor, shape: number[]) => {
      expect(tensor.shape).toEqual(shape)
      return tensor.dataSync<'float32'>()
    }
    return {
      output: read(output, shapes.x),
      mean: read(mean, shapes.gamma),
      variance: read(variance, shapes.gamma),
      dx: read(dx!, shapes.x),
      dGamma: read(dGamma!, shapes.gamma),
      dBeta: read(dBeta!, shapes.gamma),
    }
  })
}
