import { NumpyLegacyStream } from '../../random/numpy-legacy.ts'
import type { Stream } from '../../random/stream.ts'
import { eggholder, halfWidth, noiseDeviation } from './function.ts'

/** Points of the plane and what the function says of each, with noise. */
export interface Points {
  /** [count, 2] */
  readonly inputs: Float64Array
  /** [count] */
  readonly targets: Float64Array
}

/** What is trained on, and what is kept for the test. */
export interface Split {
  readonly train: Points
  readonly test: Points
}

/** The notebook's sizes: 100,000 points, a fifth of them for the test. */
export const notebookSizes = { training: 80_000, test: 20_000 } as const

/**
 * The points of the notebook: `np.random.seed(0)`, all uniforms first, then a normal for each point; scikit-learn's
 * `train_test_split(test_size=0.2, random_state=42)` takes the first of a permutation for the test and the next for the
 * training. Points and split are NumPy's bit for bit; targets may differ in their last bits, by the sine and the logarithm
 * of the C library.
 */
export function notebookSplit(): Split {
  const { training, test } = notebookSizes
  const stream = new NumpyLegacyStream(0)
  const inputs = stream.uniforms(2 * (training + test), -halfWidth, halfWidth)
  const all = withTargets(inputs, () => stream.normal(0, noiseDeviation))
  const order = new NumpyLegacyStream(42).permutation(training + test)
  return { train: pick(all, order.subarray(test)), test: pick(all, order.subarray(0, test)) }
}

/** Points as the assignment draws them, from a stream. */
export function drawnSplit(stream: Stream, training: number, test: number): Split {
  const draw = (count: number) => {
    const inputs = stream.fillUniform(new Float64Array(2 * count), -halfWidth, halfWidth)
    return withTargets(inputs, () => stream.normal(0, noiseDeviation))
  }
  return { train: draw(training), test: draw(test) }
}

function withTargets(inputs: Float64Array, noise: () => number): Points {
  const targets = new Float64Array(inputs.length / 2)
  for (let point = 0; point < targets.length; point++) {
    targets[point] = eggholder(inputs[2 * point]!, inputs[2 * point + 1]!) + noise()
  }
  return { inputs, targets }
}

function pick({ inputs, targets }: Points, places: Int32Array): Points {
  const picked = { inputs: new Float64Array(2 * places.length), targets: new Float64Array(places.length) }
  for (const [index, place] of places.entries()) {
    picked.inputs.set(inputs.subarray(2 * place, 2 * place + 2), 2 * index)
    picked.targets[index] = targets[place]!
  }
  return picked
}
