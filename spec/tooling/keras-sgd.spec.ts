import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { float32Sum } from '../../src/tolerances.ts'
import { descend, type Moving, type Sgd } from '../../src/training/sgd.ts'
import { differences } from './keras/differences.ts'
import { engineNames } from './keras/engines.ts'
import { type GoldenDescent, goldenLayers } from './keras/golden.ts'
import { read } from './keras/read.ts'

/** Five steps of six operations, each on values below 4. Both sides round. */
const tolerance = float32Sum(2 * 5 * 6, 4)

/** Where the parameter, after each step, and at last the velocity differ from Keras's. */
async function differencesBy(optimizer: Sgd, { parameter, steps, velocity }: GoldenDescent): Promise<string[]> {
  // One row for the parameter after each step, and one for the velocity.
  const rows = await read(() => {
    const zero = tf.zeros([parameter.length])
    let moving: Moving = { parameter: tf.tensor1d(parameter), velocity: optimizer.momentum > 0 ? zero : null }
    const parameters = steps.map(({ gradient }) => {
      moving = descend(optimizer, moving, tf.tensor1d(gradient))
      return moving.parameter
    })
    return tf.stack([...parameters, moving.velocity ?? zero])
  })
  const expected = [...steps.map((step) => step.parameter), velocity ?? parameter.map(() => 0)]
  return differences(rows, expected.flat(), tolerance)
}

const title = ({ optimizer: { momentum, nesterov } }: GoldenDescent) =>
  `momentum ${momentum}${nesterov ? ' and Nesterov' : ''}`

describe.each(engineNames)('as in Keras 3, on %s, a parameter descends', (engine) => {
  beforeAll(() => openEngine(engine))

  test.each(goldenLayers.descents.map((golden) => [title(golden), golden] as const))(
    'with %s',
    async (_title, golden) => {
      expect(await differencesBy(golden.optimizer, golden)).toEqual([])
    },
  )
})

describe('the rules are told apart:', () => {
  beforeAll(() => openEngine('cpu'))

  const [, , momentum, nesterov] = goldenLayers.descents

  test('momentum is not Nesterov', async () => {
    expect(await differencesBy(momentum!.optimizer, nesterov!)).not.toEqual([])
    expect(await differencesBy(nesterov!.optimizer, momentum!)).not.toEqual([])
  })

  test('without momentum Nesterov changes nothing', async () => {
    const [plain, lookingAhead] = goldenLayers.descents
    expect(lookingAhead!.optimizer.nesterov).toBe(true)
    expect(await differencesBy(plain!.optimizer, lookingAhead!)).toEqual([])
  })
})

test('a step changes none of the tensors that it is given', async () => {
  await openEngine('cpu')
  const left = tf.tidy(() => {
    const [parameter, velocity, gradient] = [tf.tensor1d([1]), tf.tensor1d([2]), tf.tensor1d([3])]
    descend({ learningRate: 0.1, momentum: 0.9, nesterov: true }, { parameter, velocity }, gradient)
    return [parameter, velocity, gradient].map((tensor) => tensor.dataSync()[0])
  })
  expect(left).toEqual([1, 2, 3])
})
