import type * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { activate } from '../../src/layers/activation.ts'
import { averagePooling } from '../../src/layers/average-pooling.ts'
import { convolution } from '../../src/layers/convolution.ts'
import { dense } from '../../src/layers/dense.ts'
import { randomStream } from '../../src/random/stream.ts'
import { small } from './cases.ts'
import { drawWhole } from './draw.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { onEngine } from './on-engine.ts'
import type { Field } from './twin/field.ts'

interface Linear {
  readonly layer: Parameters<typeof onEngine>[0]
  /** the shapes of what it takes, and of its output */
  readonly shapesOf: (size: Sizes) => { readonly given: readonly number[][]; readonly output: readonly number[] }
}
type Sizes = Readonly<Record<'batch' | 'inputs' | 'units', number>>

/** Whole numbers are exact in float32 there, as long as nothing is divided but by a power of two. */
const layers: Readonly<Record<string, Linear>> = {
  'a dense layer': {
    layer: (x, kernel, bias) => dense(x!, kernel!, bias!),
    shapesOf: ({ batch, inputs, units }) => ({
      given: [
        [batch, inputs],
        [inputs, units],
        [1, units],
      ],
      output: [batch, units],
    }),
  },
  'a convolution': {
    layer: (x, kernel, bias) => convolution(x as tf.Tensor4D, kernel as tf.Tensor4D, bias!, 'same'),
    shapesOf: ({ batch, inputs, units }) => ({
      given: [
        [batch, 5, 4, inputs],
        [3, 3, inputs, units],
        [1, units],
      ],
      output: [batch, 5, 4, units],
    }),
  },
  'average pooling': {
    layer: (x) => averagePooling(x as tf.Tensor4D, 2),
    shapesOf: ({ batch, inputs }) => ({ given: [[batch, 5, 4, inputs]], output: [batch, 2, 2, inputs] }),
  },
  ReLU: {
    layer: (x) => activate(x!, 'relu'),
    shapesOf: ({ batch, inputs }) => ({ given: [[batch, inputs]], output: [batch, inputs] }),
  },
}

const cases = fc.record({ batch: small(4), inputs: small(5), units: small(5), draw: fc.nat() })

const combined = (first: Field, second: Field, factor: number) =>
  Float32Array.from(first.values, (value, index) => value + factor * second.values[index]!)

describe.each(enginesPresent)('on %s, the way back', (engine) => {
  beforeAll(() => openEngine(engine))

  describe.each(Object.entries(layers))('through %s', (_name, { layer, shapesOf }) => {
    forAny(
      'for any two derivatives after it: their sum, one doubled, gives the sum',
      cases,
      async ({ draw, ...size }) => {
        const stream = randomStream('linearity', draw)
        const { given: shapes, output } = shapesOf(size)
        const given = shapes.map((shape) => drawWhole(stream, shape))
        const [first, second] = [drawWhole(stream, output), drawWhole(stream, output)]
        const [of, ofSecond] = [await onEngine(layer, given, first.values), await onEngine(layer, given, second.values)]
        const { gradients } = await onEngine(layer, given, combined(first, second, 2))
        for (const [index, gradient] of gradients.entries()) {
          const shape = shapes[index]!
          const [a, b] = [of, ofSecond].map((way) => ({ shape, values: way.gradients[index]! }))
          expect(plain(gradient)).toEqual(plain(combined(a!, b!, 2)))
        }
      },
    )
  })
})

/** Without the sign of zeros. */
const plain = (values: Float32Array) => Array.from(values, (value) => value + 0)
