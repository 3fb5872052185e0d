import { NumpyLegacyStream } from '../../random/numpy-legacy.ts'
import type { Criterion } from './criterion.ts'
import { type Labels, labelOf } from './data.ts'
import { separatorNormal, type Vector } from './geometry.ts'

/** Problem 1 as the notebook ran it. */
export interface SubmittedConfiguration {
  readonly criterion: Criterion
  /** seed of NumPy's legacy stream, from which everything is drawn in the notebook's order */
  readonly numpySeed: number
  readonly labels: Labels
  /** which draw of first weights after the test points is trained, counted from 1 */
  readonly draw: number
}

/** The notebook's: 20 training points, 1000 test points, 100 epochs, learning rate 0.01, labels 0 and 1. */
export const notebook = { numpySeed: 3, labels: 'zero-one' } as const satisfies Partial<SubmittedConfiguration>

const points = 20
const testPoints = 1000
const epochs = 100
const learningRate = 0.01

/** Outcome of one cell of the notebook. */
export interface Replay {
  readonly start: Vector
  readonly weights: Vector
  /** fraction of the test points whose predicted sign equals the label as it is written */
  readonly accuracy: number
  /** fraction of the test points of the positive class */
  readonly positiveShare: number
  /** fraction of the test points that are predicted as +1 */
  readonly predictedPositiveShare: number
}

/** Runs the notebook's code, bugs included, in float64 and in its own order: its numbers are exact. */
export function replay(configuration: SubmittedConfiguration): Replay {
  const data = drawNotebookData(configuration)
  let start: Vector = [0, 0]
  for (let draw = 0; draw < configuration.draw; draw++) start = data.nextStart()
  const weights = train(data, start, configuration.criterion)
  return {
    start,
    weights,
    accuracy: shareOfSign(data, weights),
    positiveShare: shareOfSign(data, separatorNormal, 1),
    predictedPositiveShare: shareOfSign(data, weights, 1),
  }
}

/** The accuracies of the first `count` draws of first weights on the notebook's data, [count]. */
export function replayDraws(configuration: Omit<SubmittedConfiguration, 'draw'>, count: number): Float64Array {
  const data = drawNotebookData(configuration)
  return Float64Array.from({ length: count }, () => {
    return shareOfSign(data, train(data, data.nextStart(), configuration.criterion))
  })
}

/**
 * What one point's visit in the submitted training loop adds to the weights, as a multiple of x, its hinge branch as it
 * stands: the loss is taken of the predicted sign instead of y(w·x), and the branch asks for a loss on a point that is
 * right.
 *
 * @param activation - w·x
 */
export function submittedStep(activation: number, y: number, criterion: Criterion): number {
  const predicted = Math.sign(activation)
  const error = y - predicted
  const takesHingeBranch = criterion === 'hinge' && error === 0 && Math.max(1 - predicted, 0) > 0
  return learningRate * (takesHingeBranch ? y : error)
}

interface NotebookData {
  /** [points, 2] */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly testX: Float64Array
  readonly testY: Float64Array
  nextStart(): Vector
}

function drawNotebookData({ numpySeed, labels }: Pick<SubmittedConfiguration, 'numpySeed' | 'labels'>): NotebookData {
  const stream = new NumpyLegacyStream(numpySeed)
  const x = stream.uniforms(2 * points)
  const testX = stream.uniforms(2 * testPoints)
  const labelAll = (flat: Float64Array) =>
    Float64Array.from({ length: flat.length / 2 }, (_, point) =>
      labelOf(flat[2 * point]!, flat[2 * point + 1]!, labels),
    )
  return {
    x,
    y: labelAll(x),
    testX,
    testY: labelAll(testX),
    nextStart: () => [stream.uniform(-3, 3), stream.uniform(-3, 3)],
  }
}

function train({ x, y }: NotebookData, [start1, start2]: Vector, criterion: Criterion): Vector {
  let w1 = start1
  let w2 = start2
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let point = 0; point < points; point++) {
      const x1 = x[2 * point]!
      const x2 = x[2 * point + 1]!
      const step = submittedStep(x1 * w1 + x2 * w2, y[point]!, criterion)
      w1 += step * x1
      w2 += step * x2
    }
  }
  return [w1, w2]
}

/** Fraction of the test points whose sign equals the label as it is written, or else the one that is given. */
function shareOfSign({ testX, testY }: NotebookData, [w1, w2]: Vector, sign?: number): number {
  let count = 0
  for (let point = 0; point < testPoints; point++) {
    const predicted = Math.sign(testX[2 * point]! * w1 + testX[2 * point + 1]! * w2)
    if (predicted === (sign ?? testY[point])) count++
  }
  return count / testPoints
}
