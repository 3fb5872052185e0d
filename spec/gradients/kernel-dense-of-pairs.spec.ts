import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { denseOfPairs, servesPairs } from '../../src/backend/kernels/dense-of-pairs.ts'
import { randomStream } from '../../src/random/stream.ts'
import { readSwitches } from '../../src/switches.ts'
import { float32Sum, isClose } from '../../src/tolerances.ts'
import { denseTwin } from './dense-twin.ts'

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

const range = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('a dense layer of pairs on wasm', () => {
  test('for any sizes and slope: the layer and its gradients are the sums of their definition', () => {
    const property = fc.property(layers, ({ slope, share, draw, ...sizes }) => {
      const { nets, batch, inputs, units } = sizes
      const stream = randomStream('dense of pairs', draw)
      const shapes = [
        [nets, batch, inputs],
        [nets, inputs, units],
        [nets, 1, units],
        [nets, batch, units],
      ]
      const values = shapes.map(([first, second, third]) =>
        Float32Array.from(range(first! * second! * third!), () => (stream.uniform() < share ? 0 : stream.normal())),
      )
      const results = tf.tidy(() => {
        const [x, kernel, bias, after] = values.map((each, index) => tf.tensor(each, shapes[index]!))
        const layer = (...args: tf.Tensor[]) => denseOfPairs(args[0]!, args[1]!, args[2]!, slope)
        const gradients = tf.grads(layer)([x!, kernel!, bias!], after!)
        expect(gradients.map(({ shape }) => shape)).toEqual(shapes.slice(0, 3))
        return [layer(x!, kernel!, bias!), ...gradients].map((tensor) => tensor.dataSync())
      })
      const twin = denseTwin(sizes, values, Math.fround(slope))
      for (const [index, expected] of [twin.value, twin.x, twin.kernel, twin.bias].entries()) {
        for (const [place, { sum, size, terms }] of expected.entries()) {
          // Each term has up to two products, and the sum is rounded once more when it is stored.
          expect(isClose(results[index]![place]!, sum, float32Sum(terms + 3, size))).toBe(true)
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
