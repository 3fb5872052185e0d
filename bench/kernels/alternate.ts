import * as tf from '@tensorflow/tfjs'
import { convolutionFilterGradient } from '../../src/backend/kernels/convolution-filter-gradient.ts'
import { installKernels } from '../../src/backend/kernels/install-kernels.ts'
import { replaceKernel } from '../../src/backend/kernels/kernel.ts'
import { startStopwatch } from '../../src/clock.ts'

/** The same work on tfjs's own kernels and on the project's. */
export interface Comparison {
  readonly title: string
  readonly stock: () => unknown
  readonly tuned: () => unknown
}

/**
 * Times the two in turn, so that whatever else the machine does falls on both, and prints the medians and their ratio.
 * tfjs's own kernels include the filter's gradient, without which no convolution can be trained.
 *
 * @param rounds - how often each is timed, after three rounds to warm up
 */
export async function compare({ title, stock, tuned }: Comparison, rounds = 25): Promise<void> {
  const seconds = { stock: [] as number[], tuned: [] as number[] }
  for (let round = -3; round < rounds; round++) {
    for (const arm of ['stock', 'tuned'] as const) {
      installKernels('wasm')()
      const putBack = arm === 'stock' ? replaceKernel('wasm', convolutionFilterGradient) : installKernels('wasm')
      const elapsed = startStopwatch()
      const result = await (arm === 'stock' ? stock : tuned)()
      const taken = elapsed()
      putBack()
      tf.dispose(result as tf.TensorContainer)
      if (round >= 0) seconds[arm].push(taken)
    }
  }
  const median = (values: number[]) => 1000 * values.sort((a, b) => a - b)[values.length >> 1]!
  const [before, after] = [median(seconds.stock), median(seconds.tuned)]
  const columns = [before.toFixed(2), after.toFixed(2), (before / after).toFixed(1)]
  console.log(`${title.padEnd(66)} ${columns.map((column) => column.padStart(9)).join(' ')}`)
}

export function printHeading(work: string): void {
  console.log(`${work.padEnd(66)} ${['stock ms', 'tuned ms', 'ratio'].map((column) => column.padStart(9)).join(' ')}`)
}
