import type * as tf from '@tensorflow/tfjs'
import { beforeAll, describe } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { randomStream, type Stream } from '../../src/random/stream.ts'
import { float32Sum } from '../../src/tolerances.ts'
import { categoricalCrossEntropy, type Loss, losses } from '../../src/training/loss.ts'
import { type CaseOf, lossCases } from './cases.ts'
import { expectClose } from './close.ts'
import { drawField } from './draw.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { onEngine, tensorOf } from './on-engine.ts'
import type { Field, Values } from './twin/field.ts'
import { categoricalCrossEntropy as categoricalTwin, type LossTwin, lossTwins } from './twin/loss.ts'
import { expectWayBack } from './twin-gradient.ts'

interface CheckedLoss {
  readonly onEngine: Loss
  readonly twin: (targets: Values, outputs: Field) => LossTwin
  readonly drawOutputs: (stream: Stream, shape: readonly number[], spread: number) => Field
  /** how large the terms of a row's loss, or of a derivative times the rows, may be */
  readonly size: (outputs: Field) => number
}

const largest = ({ values }: Field) => Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0)

const checked: Readonly<Record<string, CheckedLoss>> = {
  'mean squared error': {
    onEngine: losses['mean squared error'],
    twin: lossTwins['mean squared error'],
    drawOutputs: drawField,
    size: (outputs) => 2 * (largest(outputs) + 1) ** 2,
  },
  'softmax cross-entropy': {
    onEngine: losses['softmax cross-entropy'],
    twin: lossTwins['softmax cross-entropy'],
    drawOutputs: drawField,
    // A logarithm of a softmax is a difference of two logits and the logarithm of a sum of as many terms as units.
    size: (outputs) => 1 + 2 * largest(outputs) + Math.log(outputs.shape[1]!),
  },
  'categorical cross-entropy': {
    onEngine: categoricalCrossEntropy,
    twin: categoricalTwin,
    // Of [1/2, 3/2], whose shares of a sum are clipped only where they are all of it.
    drawOutputs: (stream, [batch, units]) => {
      const shape = [batch!, units! + 1]
      return { shape, values: stream.fillUniform(new Float32Array(batch! * (units! + 1)), 0.5, 1.5) }
    },
    // A share is at least a third of an equal one, and its target is at most 1.
    size: (outputs) => 2 * 3 * outputs.shape[1]!,
  },
}

function draw({ drawOutputs }: CheckedLoss, { batch, units, spread, draw }: CaseOf<typeof lossCases>) {
  const stream = randomStream('gradient of losses', draw)
  const outputs = drawOutputs(stream, [batch, units], spread)
  const [, columns] = outputs.shape as [number, number]
  const targets = stream.fillUniform(new Float32Array(batch * columns))
  for (let row = 0; row < batch; row++) {
    const sum = targets.subarray(row * columns, (row + 1) * columns).reduce((all, target) => all + target, 0)
    for (let column = 0; column < columns; column++) targets[row * columns + column]! /= sum
  }
  return { stream, outputs, targets: { shape: outputs.shape, values: targets } }
}

describe.each(Object.entries(checked))('the gradient of %s', (name, loss) => {
  forAny('for any batch: the float64 twin has it, by differences', lossCases, (shape) => {
    const { stream, outputs, targets } = draw(loss, shape)
    const twin = (given: Field) => {
      const { value, derivatives } = loss.twin(targets.values, given)
      const back = (after: Values) => ({ input: derivatives.map((slope) => slope * after[0]!), parameters: {} })
      return { output: { shape: [1], values: [value] }, back }
    }
    expectWayBack((given) => twin(given!), ['input'], [outputs], stream)
  })

  describe.each(enginesPresent)('on %s', (engine) => {
    beforeAll(() => openEngine(engine))

    forAny('for any batch: is that of the twin', lossCases, async (shape) => {
      const { outputs, targets } = draw(loss, shape)
      const compute = (given: tf.Tensor) => loss.onEngine(tensorOf(targets), given)
      const { value, gradients } = await onEngine((given) => compute(given!), [outputs])
      const expected = loss.twin(targets.values, outputs)
      // A row's loss is a sum over its units, each after up to 32 roundings: exp and log count by their 8 units.
      const [batch, units] = outputs.shape as [number, number]
      const roundings = units * batch + 32
      expectClose(name, value, [expected.value], () => float32Sum(roundings, loss.size(outputs)))
      expectClose(`the gradient of ${name}`, gradients[0]!, expected.derivatives, () =>
        float32Sum(roundings, loss.size(outputs) / batch),
      )
    })
  })
})
