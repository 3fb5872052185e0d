import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { axisByAxis } from '../../src/backend/kernels/axis-by-axis.ts'
import { replaceKernel } from '../../src/backend/kernels/kernel.ts'
import { randomStream } from '../../src/random/stream.ts'
import { expectSums } from './close.ts'
import { forAny } from './for-any.ts'

// The kernels are for TensorFlow, which is not everywhere; what they do is the same on any engine.
beforeAll(() => openEngine('cpu'))

const length = fc.integer({ min: 1, max: 12 })
const shapes = fc.tuple(length, length, length, length)

describe.each([
  ['sum', tf.sum],
  ['mean', tf.mean],
] as const)('the %s axis by axis', (_name, reduce) => {
  forAny(
    'for any shape and axes: is that over all axes at once',
    fc.tuple(
      shapes,
      fc.uniqueArray(fc.integer({ min: -4, max: 3 }), { selector: (axis) => (axis + 4) % 4 }),
      fc.boolean(),
      fc.nat(),
    ),
    ([shape, axes, keepDims, draw]) => {
      const count = shape.reduce((product, length) => product * length)
      const values = randomStream('axis by axis', draw).fillNormal(new Float32Array(count), 3)
      const reduced = (given: Float32Array) =>
        tf.tidy(() => {
          const result = reduce(tf.tensor(given, shape), axes, keepDims)
          return { shape: result.shape, values: result.dataSync() }
        })
      const expected = reduced(values)
      const magnitudes = reduced(values.map(Math.abs)).values
      const undo = axisByAxis.map((kernel) => replaceKernel('cpu', kernel))
      try {
        const measured = reduced(values)
        expect(measured.shape).toEqual(expected.shape)
        // Both are rounded: each addition once, and a mean by its factor for each axis.
        expectSums('reduced values', measured.values, expected.values, 2 * (count + 4), magnitudes)
      } finally {
        for (const putBack of undo.reverse()) putBack()
      }
    },
  )
})
