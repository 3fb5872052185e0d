import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { batchNormalise } from '../../src/backend/kernels/batch-normalise.ts'
import { installKernels, kernels } from '../../src/backend/kernels/install-kernels.ts'
import { replaceKernel } from '../../src/backend/kernels/kernel.ts'

const registered = () => kernels.wasm!.map(({ name }) => tf.getKernel(name, 'wasm'))

/** Runs with tfjs's own kernels, and puts ours back for whoever uses this process next. */
function withoutKernels(run: () => void): void {
  installKernels('wasm')()
  try {
    run()
  } finally {
    installKernels('wasm')
  }
}

beforeAll(() => openEngine('wasm'))

describe('the kernels for wasm', () => {
  test('are installed once, however often, and leave every other backend alone', () => {
    const [ours, ofCpu] = [registered(), tf.getKernelsForBackend('cpu')]
    installKernels('wasm')
    const takeBack = installKernels('cpu')
    expect(registered()).toEqual(ours)
    expect(tf.getKernelsForBackend('cpu')).toEqual(ofCpu)
    takeBack()
    withoutKernels(() => {
      for (const [index, kernel] of registered().entries()) expect(kernel).not.toBe(ours[index])
    })
  })

  test('are taken back once, however often, and tfjs warns of nothing', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const takeBack = installKernels('wasm')
    takeBack()
    const stock = registered()
    const missing = kernels.wasm!.filter((_, index) => stock[index] === undefined)
    expect(missing.map(({ name }) => name)).toEqual([tf.Conv2DBackpropFilter])
    takeBack()
    expect(registered()).toEqual(stock)
    installKernels('wasm')
    expect(warn).not.toHaveBeenCalled()
    warn.mockRestore()
  })

  test('can ask only for a kernel of tfjs that there is', () => {
    const putBack = replaceKernel('wasm', { name: 'Unheard', compute: (inputs, _attributes, stock) => stock(inputs) })
    expect(() => tf.engine().runKernel('Unheard', {})).toThrow('wasm has no kernel Unheard')
    putBack()
    expect(tf.getKernel('Unheard', 'wasm')).toBeUndefined()
  })

  test('are needed as long as tensorflow/tfjs#8474 is open: tfjs has no gradient of a filter', () => {
    withoutKernels(() => expect(tf.getKernel(tf.Conv2DBackpropFilter, 'wasm')).toBeUndefined())
    expect(tf.getKernel(tf.Conv2DBackpropFilter, 'wasm')).toBeDefined()
  })

  test('share the data of a copy, which outlives the original', () => {
    const original = tf.tensor1d([1, 2, 3])
    const [copy, same, whole] = [tf.clone(original), tf.cast(original, 'float32'), tf.cast(original, 'int32')]
    expect([copy, same, whole].map((tensor) => tensor.dataId === original.dataId)).toEqual([true, true, false])
    original.dispose()
    copy.dispose()
    expect([same.arraySync(), whole.arraySync()]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ])
    expect(whole.dtype).toBe('int32')
    tf.dispose([same, whole])
  })

  test('leave nothing behind in the memory of the engine', () => {
    const [f, weights] = [tf.ones([3, 3, 1, 2]), tf.ones([8, 3])]
    const [gamma, beta, images] = [tf.ones([2]), tf.zeros([2]), tf.ones([4, 6, 6, 1])]
    const count = () => [tf.memory().numTensors, tf.memory().numDataBuffers, tf.backend().numDataIds()]
    const before = count()
    const step = tf.grads((f, weights, gamma, beta, images) => {
      const places = tf.tanh(tf.conv2d(images as tf.Tensor4D, f as tf.Tensor4D, 1, 'valid'))
      const pooled = tf.avgPool(batchNormalise(places, gamma!, beta!, 1e-3).output as tf.Tensor4D, 2, 2, 'valid')
      return tf.mean(tf.tanh(tf.matMul(tf.reshape(pooled, [4, 8]), weights!)))
    })
    tf.dispose(step([f, weights, gamma, beta, images]))
    tf.dispose(tf.engine().runKernel(tf.Tanh, { x: images }))
    expect(count()).toEqual(before)
    tf.dispose([f, weights, gamma, beta, images])
  })

  test('take no gradient that nobody asks for; a fused operation takes all of its own', async () => {
    const [x, f] = [tf.ones([1, 4, 4, 1]) as tf.Tensor4D, tf.ones([2, 2, 1, 1]) as tf.Tensor4D]
    const kernelsOf = async (convolve: (f: tf.Tensor4D) => tf.Tensor) => {
      const { kernelNames, result } = await tf.profile(() => tf.grad((f) => convolve(f as tf.Tensor4D))(f))
      tf.dispose(result as tf.Tensor)
      return kernelNames
    }
    const plain = await kernelsOf((f) => tf.conv2d(x, f, 1, 'valid'))
    const fused = await kernelsOf((f) => tf.fused.conv2d({ x, filter: f, strides: 1, pad: 'valid' }))
    expect(plain).toContain(tf.Conv2DBackpropFilter)
    expect(plain).not.toContain(tf.Conv2DBackpropInput)
    expect(fused).toContain(tf.Conv2DBackpropInput)
    tf.dispose([x, f])
  })
})
