import { createRequire } from 'node:module'
import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { cpu } from '../../src/backend/cpu.ts'

type Matrix = readonly (readonly number[])[]

/** The product in plain JavaScript; exact for small integers, in float32 as well. */
function product(a: Matrix, b: Matrix): number[][] {
  return a.map((row) => b[0]!.map((_, column) => row.reduce((sum, x, at) => sum + x * b[at]![column]!, 0)))
}

const size = fc.integer({ min: 1, max: 9 })
const matrix = (rows: number, columns: number) =>
  fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  })
const factors = fc.tuple(size, size, size).chain(([n, k, m]) => fc.tuple(matrix(n, k), matrix(k, m)))

describe.each([
  ['cpu', 'CPU, one thread, JavaScript', '@tensorflow/tfjs-backend-cpu'],
  ['wasm', 'CPU, one thread, SIMD', '@tensorflow/tfjs-backend-wasm'],
] as const)('the engine %s', (name, device, packageName) => {
  beforeAll(async () => {
    await openEngine(name)
  })

  test('tells its device, its package and the version of the package', async () => {
    const { version } = createRequire(import.meta.url)(`${packageName}/package.json`) as { version: string }
    expect(await openEngine(name)).toEqual({ name, device, package: packageName, version })
  })

  test('is the engine of @tensorflow/tfjs', () => {
    expect(tf.getBackend()).toBe(name)
  })

  test('leaves the warnings of tfjs switched on', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    onTestFinished(() => warn.mockRestore())
    tf.backend_util.warn('a warning')
    expect(warn).toHaveBeenCalledExactlyOnceWith('a warning')
  })

  test('for any matrices of small integers, the product equals the plain one', async () => {
    await fc.assert(
      fc.asyncProperty(factors, async ([a, b]) => {
        const result = tf.tidy(() => tf.matMul(tf.tensor2d(a), tf.tensor2d(b)))
        const values = (await result.array()) as number[][]
        result.dispose()
        // `+ 0` because an engine may say -0 where the plain sum begins with 0.
        expect(values.map((row) => row.map((value) => value + 0))).toEqual(product(a, b))
      }),
      { seed: 20, numRuns: 50 },
    )
  })
})

test('the engine cpu keeps the terminal clean of the advertisement that tfjs prints at the first tensor', async () => {
  const open = tf.getBackend()
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(async () => {
    warn.mockRestore()
    await tf.setBackend(open)
  })
  const freshBackend = () => {
    tf.removeBackend('cpu')
    tf.registerBackend('cpu', () => new tf.MathBackendCPU())
  }
  freshBackend()
  await cpu.open()
  tf.tensor1d([1, 2]).dispose()
  expect(warn).not.toHaveBeenCalled()

  freshBackend()
  await tf.setBackend('cpu')
  tf.tensor1d([1, 2]).dispose()
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('Hi, looks like you are running TensorFlow.js'))
})
