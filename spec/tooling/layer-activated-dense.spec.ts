import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { type Activation, activate } from '../../src/layers/activation.ts'
import { activatedDense, dense } from '../../src/layers/dense.ts'
import { randomStream } from '../../src/random/stream.ts'
import { tolerances } from '../../src/tolerances.ts'
import { differences } from './keras/differences.ts'
import { read } from './keras/read.ts'

beforeAll(() => openEngine('wasm'))

/** Whole numbers of −4 to 4, whose sums and quarters are exact. */
function whole(...shape: number[]): tf.Tensor {
  const stream = randomStream('activated dense', ...shape)
  return tf.tensor(
    Array.from({ length: tf.util.sizeFromShape(shape) }, () => stream.integer(9) - 4),
    shape,
  )
}

describe.each<[Activation, pairs: boolean]>([
  ['linear', true],
  ['relu', true],
  [{ leakyRelu: 0.25 }, true],
  ['sigmoid', false],
  ['tanh', false],
])('a dense layer of an ensemble with the activation %j', (activation, pairs) => {
  test('is the activation of the affine map', async () => {
    const layer = () => activatedDense(whole(3, 8, 2), whole(3, 2, 2), whole(3, 1, 2), activation)
    const parts = () => activate(dense(whole(3, 8, 2), whole(3, 2, 2), whole(3, 1, 2)), activation)
    expect(differences(await read(layer), await read(parts), tolerances.exact)).toEqual([])
  })

  test(`is ${pairs ? 'no' : 'a'} product of matrices on wasm where it has two units, and one where it has three`, async () => {
    const multiplies = async (units: number) => {
      const layer = () => activatedDense(whole(3, 8, 2), whole(3, 2, units), whole(3, 1, units), activation)
      const { kernelNames } = await tf.profile(() => tf.tidy(() => void layer()))
      return kernelNames.includes('BatchMatMul')
    }
    expect([await multiplies(2), await multiplies(3)]).toEqual([!pairs, true])
  })
})
