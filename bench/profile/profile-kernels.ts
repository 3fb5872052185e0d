import * as tf from '@tensorflow/tfjs'
import { startStopwatch } from '../../src/clock.ts'

export interface KernelTime {
  readonly kernel: string
  readonly calls: number
  readonly seconds: number
}

export interface Profile {
  /** by the clock on the wall, the profile's own cost included */
  readonly seconds: number
  /** the longest first */
  readonly kernels: readonly KernelTime[]
}

interface KernelRunner {
  runKernelFunc(parameters: { readonly kernelName?: string }): unknown
}

/**
 * Adds up the time of each kernel while a work runs, without that of kernels which it calls in turn. On wasm, cpu and TensorFlow a call returns when it has computed;
 * on WebGPU it has only been queued then. Node's PerformanceObserver sees no kernels, so the engine's one door is watched.
 */
export async function profileKernels(work: () => Promise<unknown>): Promise<Profile> {
  const engine = tf.engine() as unknown as KernelRunner
  const runKernel = engine.runKernelFunc
  const kernels = new Map<string, { calls: number; seconds: number }>()
  let inside = 0
  engine.runKernelFunc = function (parameters) {
    const insideBefore = inside
    inside = 0
    const elapsed = startStopwatch()
    try {
      return runKernel.call(this, parameters)
    } finally {
      const taken = elapsed()
      const name = parameters.kernelName ?? 'functions with gradients of their own'
      const sum = kernels.get(name) ?? { calls: 0, seconds: 0 }
      kernels.set(name, { calls: sum.calls + 1, seconds: sum.seconds + taken - inside })
      inside = insideBefore + taken
    }
  }
  const elapsed = startStopwatch()
  try {
    await work()
  } finally {
    engine.runKernelFunc = runKernel
  }
  const seconds = elapsed()
  const sums = [...kernels].map(([kernel, sum]) => ({ kernel, ...sum }))
  return { seconds, kernels: sums.sort((a, b) => b.seconds - a.seconds) }
}
