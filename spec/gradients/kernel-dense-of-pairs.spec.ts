import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { denseOfPairs, servesPairs } from '../../src/backend/kernels/dense-of-pairs.ts'
import { randomStream } from '../../src/random/stream.ts'
import { readSwitches } from '../../src/switches.ts'
import { float32Sum, isClose } from '../../src/tolerances.ts'

const parameters = { seed: 14, numRuns: readSwitches(process.env).gradientRuns }

beforeAll(() => openEngine('wasm'))

const layers = fc.record({
  nets: fc.integer({ min: 2, max: 4 }),
  batch: fc.integer({ min: 1, max: 9 }),
  inputs: fc.integer({ min: 1, max: 2 }),
  units: fc.integer({ min: 1, max: 2 }),
  slope: fc.constantFrom(0, 0.01, 0.2, 0.3, 1),
  // Some values are 0, so that some sums are, which is the kink.
  share: fc.constantFrom(0, 0.5),
  draw: fc.nat(),
})

/** A sum with the sum of its terms' sizes, on which its error in float32 depends. */
const sumOf = (terms: number[]) => ({
  sum: terms.reduce((total, term) => total + term, 0),
  size: terms.reduce((total, term) => total + Math.abs(term), 0),
})
const range = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('a dense layer of pairs on wasm', () => {
  test('for any sizes and slope: the layer and its gradients are the sums of their definition', () => {
    const property = fc.property(layers, ({ nets, batch, inputs, units, slope, share, draw }) => {
      const stream = randomStream('dense of pairs', draw)
      const values = (count: number) =>
        Float32Array.from(range(count), () => (stream.uniform() < share ? 0 : stream.normal()))
      const [x, w, b, after] = [nets * batch * inputs, nets * inputs * units, nets * units, nets * batch * units].map(
        values,
      )
      const [y, dx, dw, db] = tf.tidy(() => {
        const given = [
          tf.tensor(x!, [nets, batch, inputs]),
          tf.tensor(w!, [nets, inputs, units]),
          tf.tensor(b!, [nets, 1, units]),
        ] as const
        const layer = (...args: tf.Tensor[]) => denseOfPairs(args[0]!, args[1]!, args[2]!, slope)
        const gradients = tf.grads(layer)([...given], tf.tensor(after!, [nets, batch, units]))
        expect(gradients.map(({ shape }) => shape)).toEqual(given.map(({ shape }) => shape))
        return [layer(...given), ...gradients].map((tensor) => tensor.dataSync())
      })
      const factor = Math.fround(slope)
      const at = {
        x: (n: number, row: number, i: number) => (n * batch + row) * inputs + i,
        y: (n: number, row: number, u: number) => (n * batch + row) * units + u,
      }
      const kernel = (n: number, i: number, u: number) => w![(n * inputs + i) * units + u]!
      const derivative = (n: number, row: number, u: number) =>
        after![at.y(n, row, u)]! * (y![at.y(n, row, u)]! > 0 ? 1 : factor)
      const isSum = (value: number, terms: number[]) => {
        const { sum, size } = sumOf(terms)
        // A product of three numbers, and the sum of all, rounded once more when stored.
        expect(isClose(value, sum, float32Sum(terms.length + 3, size))).toBe(true)
      }
      for (const n of range(nets)) {
        for (const u of range(units)) {
          isSum(
            db![n * units + u]!,
            range(batch).map((row) => derivative(n, row, u)),
          )
          for (const i of range(inputs)) {
            const terms = range(batch).map((row) => x![at.x(n, row, i)]! * derivative(n, row, u))
            isSum(dw![(n * inputs + i) * units + u]!, terms)
          }
          for (const row of range(batch)) {
            const terms = [...range(inputs).map((i) => x![at.x(n, row, i)]! * kernel(n, i, u)), b![n * units + u]!]
            const above = sumOf(terms).sum > 0
            isSum(
              y![at.y(n, row, u)]!,
              terms.map((term) => (above ? term : factor * term)),
            )
          }
        }
        for (const row of range(batch)) {
          for (const i of range(inputs)) {
            isSum(
              dx![at.x(n, row, i)]!,
              range(units).map((u) => derivative(n, row, u) * kernel(n, i, u)),
            )
          }
        }
      }
    })
    fc.assert(property, parameters)
  })

  test('has the slope for its derivative at the kink', () => {
    const gradientAt = (slope: number) =>
      tf.tidy(() => {
        const [kernel, bias] = [tf.ones([2, 1, 1]), tf.zeros([2, 1, 1])]
        return Array.from(
          tf
            .grad((x) => denseOfPairs(x, kernel, bias, slope))(tf.tensor([0, -0], [2, 1, 1]))
            .dataSync(),
        )
      })
    expect(gradientAt(0)).toEqual([0, 0])
    expect(gradientAt(0.25)).toEqual([0.25, 0.25])
  })

  test('serves several nets with one or two inputs and units, and no others', async () => {
    const serves = (nets: number, inputs: number, units: number) =>
      tf.tidy(() => servesPairs(tf.zeros([nets, 3, inputs]), tf.zeros([nets, inputs, units])))
    expect([serves(2, 1, 2), serves(2, 2, 1)]).toEqual([true, true])
    expect([serves(1, 2, 2), serves(2, 3, 2), serves(2, 2, 3)]).toEqual([false, false, false])
    await openEngine('cpu')
    expect(serves(2, 2, 2)).toBe(false)
    await openEngine('wasm')
  })
})
