import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { type Kernel, replaceKernel } from '../../src/backend/kernels/kernel.ts'
import { tanhBySeries } from '../../src/backend/kernels/tanh-by-series.ts'
import { tolerances } from '../../src/tolerances.ts'
import { expectClose } from './close.ts'
import { forAny } from './for-any.ts'

/** tanh as tfjs has it on WebGPU. */
const byExponentials: Kernel = {
  name: tf.Tanh,
  compute({ x }) {
    const e = tf.exp(tf.mul(tf.abs(x!), -2))
    return tf.div(tf.mul(tf.sign(x!), tf.sub(1, e)), tf.add(e, 1))
  },
}

/** The kernel for WebGPU, which is not everywhere, over its formula on another engine. */
async function openCpuWithSeries(): Promise<() => void> {
  await openEngine('cpu')
  const undo = [byExponentials, tanhBySeries].map((kernel) => replaceKernel('cpu', kernel))
  return () => {
    for (const putBack of undo.reverse()) putBack()
  }
}

const nothingToPutBack = () => {}

const tanh = (values: readonly number[]) => tf.tidy(() => Array.from(tf.tanh(tf.tensor1d([...values])).dataSync()))

/** Zero, and numbers of every size from 2⁻¹²⁰ (above the smallest normal number) to 16. */
const number = fc.oneof(
  fc.constant(0),
  fc
    .tuple(fc.float({ min: 1, max: 2, noNaN: true }), fc.integer({ min: -120, max: 3 }), fc.constantFrom(-1, 1))
    .map(([significand, exponent, sign]) => sign * significand * 2 ** exponent),
)

describe.each<[string, () => Promise<() => void>]>([
  ['on wasm', () => openEngine('wasm').then(() => nothingToPutBack)],
  ['by a series, as on webgpu', openCpuWithSeries],
])('the hyperbolic tangent %s', (_title, open) => {
  let putBack = nothingToPutBack
  beforeAll(async () => {
    putBack = await open()
  })
  afterAll(() => putBack())

  forAny(
    'for any numbers, however small: has a small relative error',
    fc.array(number, { minLength: 1, maxLength: 40 }),
    (x) => expectClose('tanh', tanh(x), x.map(Math.tanh), () => tolerances.float32Tanh),
  )

  test('is ±1 far out and at the infinities, and NaN only of NaN', () => {
    const [infinity, nan] = [Number.POSITIVE_INFINITY, Number.NaN]
    for (const length of [1, 8, 100]) {
      const all = (value: number) => new Set(tanh(Array<number>(length).fill(value)))
      expect(all(infinity)).toEqual(new Set([1]))
      expect(all(-infinity)).toEqual(new Set([-1]))
      expect(all(1e30)).toEqual(new Set([1]))
      expect(all(-1e30)).toEqual(new Set([-1]))
      expect(all(nan)).toEqual(new Set([nan]))
    }
  })
})
