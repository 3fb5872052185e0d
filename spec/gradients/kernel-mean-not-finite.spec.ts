import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { float32Sum } from '../../src/tolerances.ts'
import { expectClose } from './close.ts'
import { forAny } from './for-any.ts'

beforeAll(() => openEngine('wasm'))

/** Mostly ones, so that often a single value of a column is not finite. */
const value = fc.oneof(
  { weight: 9, arbitrary: fc.constant(1) },
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
)
const rows = fc
  .integer({ min: 1, max: 3 })
  .chain((columns) =>
    fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 40 }),
  )

forAny('for any values that are not finite: the mean on wasm is NaN or infinite as their sum is', rows, (rows) => {
  const means = tf.tidy(() => Array.from(tf.mean(tf.tensor2d(rows), 0).dataSync()))
  const sums = means.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0))
  const expected = sums.map((sum) => sum / rows.length)
  expectClose('the mean', means, expected, () => float32Sum(rows.length + 4, 1))
})
