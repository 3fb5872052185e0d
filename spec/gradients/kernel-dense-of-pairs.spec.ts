import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { denseOfPairs, servesPairs } from '../../src/backend/kernels/dense-of-pairs.ts'
import { randomStream, type Stream } from '../../src/random/stream.ts'
import { expectSums } from './close.ts'
import { forAny } from './for-any.ts'
import { onEngine } from './on-engine.ts'
import { activate } from './twin/activation.ts'
import { dense } from './twin/dense.ts'
import { absolute, type Field, partOf, sizeOf, sizes } from './twin/field.ts'

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

function drawSparse(stream: Stream, share: number, ...shape: number[]): Field {
  return {
    shape,
    values: Float32Array.from({ length: sizeOf(shape) }, () => (stream.uniform() < share ? 0 : stream.normal())),
  }
}

describe('a dense layer of pairs on wasm', () => {
  forAny(
    'for any sizes and slope: the layer and its gradients are the sums of their definition',
    layers,
    async ({ slope, share, draw, nets, batch, inputs, units }) => {
      const stream = randomStream('dense of pairs', draw)
      const x = drawSparse(stream, share, nets, batch, inputs)
      const kernel = drawSparse(stream, share, nets, inputs, units)
      const bias = drawSparse(stream, share, nets, 1, units)
      const after = drawSparse(stream, share, nets, batch, units)
      const layer = (x: tf.Tensor, kernel: tf.Tensor, bias: tf.Tensor) => denseOfPairs(x, kernel, bias, slope)
      const { shape, value, gradients } = await onEngine(layer, [x, kernel, bias], after.values)
      expect(shape).toEqual(after.shape)

      const leaky = { leakyRelu: Math.fround(slope) }
      for (let net = 0; net < nets; net++) {
        const [own, ownKernel, ownBias, dy] = [x, kernel, bias, after].map(({ shape, values }) => {
          return { shape: shape.slice(1), values: partOf(values, nets, net) }
        })
        const affine = dense(own!, ownKernel!, ownBias!.values)
        const activated = activate(affine.output, leaky)
        const dz = activated.back(dy!.values).input
        const expected = affine.back(dz)
        const magnitude = dense(absolute(own!), absolute(ownKernel!), sizes(ownBias!.values))
        const magnitudes = magnitude.back(sizes(dz))
        // Each term has up to two products, and the sum is rounded once more when it is stored.
        const compare = (what: string, values: Float32Array, sums: ArrayLike<number>, absolutes: ArrayLike<number>) =>
          expectSums(
            what,
            values.subarray(net * sums.length, (net + 1) * sums.length),
            sums,
            inputs + batch + 4,
            absolutes,
          )
        compare('the layer', value, activated.output.values, magnitude.output.values)
        compare('dx', gradients[0]!, expected.input, magnitudes.input)
        compare('dkernel', gradients[1]!, expected.parameters.kernel!, magnitudes.parameters.kernel!)
        compare('dbias', gradients[2]!, expected.parameters.bias!, magnitudes.parameters.bias!)
      }
    },
  )

  // As the rectifiers of kinks.spec.ts; zero of either sign is the kink.
  test('has the slope below its kink', async () => {
    for (const slope of [0, 0.25]) {
      const layer = (x: tf.Tensor) => denseOfPairs(x, tf.ones([2, 1, 1]), tf.zeros([2, 1, 1]), slope)
      const { gradients } = await onEngine((x) => layer(x!), [{ shape: [2, 1, 1], values: [0, -0] }])
      // Without the sign of zeros.
      expect(Array.from(gradients[0]!, (value) => value + 0)).toEqual([slope, slope])
    }
  })

  test('serves several nets with one or two inputs and units, and no others', async () => {
    const serves = (nets: number, inputs: number, units: number) =>
      tf.tidy(() => servesPairs(tf.zeros([nets, 3, inputs]), tf.zeros([nets, inputs, units])))
    expect([serves(2, 1, 2), serves(2, 2, 1)]).toEqual([true, true])
    expect([serves(1, 2, 2), serves(2, 3, 2), serves(2, 2, 3)]).toEqual([false, false, false])
    const servesShared = (...batch: number[]) =>
      tf.tidy(() => servesPairs(tf.zeros([...batch, 2]), tf.zeros([3, 2, 2])))
    expect([servesShared(3, 3), servesShared(3), servesShared(1, 3)]).toEqual([true, false, false])
    await openEngine('cpu')
    expect(serves(2, 2, 2)).toBe(false)
    await openEngine('wasm')
  })
})
