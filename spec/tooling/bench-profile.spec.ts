import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { series, workOf } from '../../bench/growth/series.ts'
import { shapeOfGrowth } from '../../bench/growth/shape-of-growth.ts'
import { profileInLines } from '../../bench/profile/command.ts'
import { profileKernels } from '../../bench/profile/profile-kernels.ts'
import { openEngine } from '../../src/backend/chain.ts'

describe('a profile', () => {
  beforeAll(() => openEngine('wasm'))

  test('counts the calls of each kernel, and adds up to no more than the whole', async () => {
    const { seconds, kernels } = await profileKernels(async () => {
      tf.tidy(() => {
        const x = tf.ones([64, 64])
        for (let time = 0; time < 3; time++) tf.matMul(x, x)
        tf.softplus(x)
      })
    })
    const calls = Object.fromEntries(kernels.map(({ kernel, calls }) => [kernel, calls]))
    expect(calls).toMatchObject({ BatchMatMul: 3, Softplus: 1 })
    const inside = kernels.reduce((sum, kernel) => sum + kernel.seconds, 0)
    expect(inside).toBeGreaterThan(0)
    expect(inside).toBeLessThanOrEqual(seconds)
  })

  test('leaves the engine as it was, also when the work fails', async () => {
    const engine = tf.engine() as unknown as { readonly runKernelFunc: unknown }
    const before = engine.runKernelFunc
    await expect(profileKernels(() => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped')
    expect(engine.runKernelFunc).toBe(before)
  })

  test('lists what takes a hundredth of the time, and advises on what takes a twentieth', () => {
    const kernels = [
      { kernel: 'Transpose', calls: 2, seconds: 0.5 },
      { kernel: 'Sum', calls: 1, seconds: 0.02 },
      { kernel: 'Cast', calls: 1, seconds: 0.001 },
    ]
    expect(profileInLines({ seconds: 1, kernels })).toEqual([
      expect.stringMatching(/^kernel +calls +ms +share +what it suggests$/),
      expect.stringMatching(/^Transpose +2 +500.0 +50.0 % +a copy in another order/),
      expect.stringMatching(/^outside kernels +479.0 +47.9 % +the host/),
      expect.stringMatching(/^Sum +1 +20.0 +2.0 %$/),
    ])
  })
})

describe('a curve of growth', () => {
  test.each([
    ['falls to the end', [9, 5, 3, 2], { efficientFrom: 8, worseFrom: null }],
    ['is level from the second size on', [9, 2.1, 2, 2.2], { efficientFrom: 2, worseFrom: null }],
    ['rises again', [9, 2, 2.2, 4], { efficientFrom: 2, worseFrom: 8 }],
  ])('that %s', (_, costs, shape) => {
    expect(shapeOfGrowth([1, 2, 4, 8], costs)).toEqual(shape)
  })

  test('has sizes that ascend, and a key for each', () => {
    for (const { sizes } of series) expect([...sizes].sort((a, b) => a - b)).toEqual(sizes)
    const keys = series.flatMap((one) => one.sizes.map((size) => workOf(one, size).key))
    expect(new Set(keys).size).toBe(keys.length)
  })
})
