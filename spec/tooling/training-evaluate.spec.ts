import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { randomStream } from '../../src/random/stream.ts'
import { float32Sum } from '../../src/tolerances.ts'
import { evaluateEnsemble, predictEnsemble } from '../../src/training/ensemble.ts'
import type { Network } from '../../src/training/network.ts'
import { evaluate, predict } from '../../src/training/network-evaluate.ts'
import { initialWeights } from '../../src/training/network-parameters.ts'
import { differences } from './keras/differences.ts'

const network: Network = {
  input: [2],
  layers: [
    { kind: 'dense', units: 3, activation: 'tanh' },
    { kind: 'dropout', rate: 0.5 },
    { kind: 'dense', units: 2 },
  ],
}
const stream = randomStream('evaluate', 'spec')
const members = [0, 1].map((run) => initialWeights(network, stream.stream(run)))
// More than pass at once, and no multiple of what does.
const count = 2300
const inputs = stream.fillNormal(new Float32Array(count * 2))
const targets = stream.fillNormal(new Float32Array(count * 2))

/** The net in float64 on the host. */
function outputsOf([first, , last]: (typeof members)[number]): Float64Array {
  const outputs = new Float64Array(count * 2)
  for (let row = 0; row < count; row++) {
    const hidden = [0, 1, 2].map((unit) =>
      Math.tanh(inputs[2 * row]! * first!.kernel![unit]! + inputs[2 * row + 1]! * first!.kernel![3 + unit]!),
    )
    for (const unit of [0, 1]) {
      outputs[2 * row + unit] = hidden.reduce((sum, value, from) => sum + value * last!.kernel![2 * from + unit]!, 0)
    }
  }
  return outputs
}
/** Two layers of a few products of values below 4, and a tanh that is right to 16 roundings. */
const tolerance = float32Sum(2 * (3 + 4) + 16, 4)

describe('more examples than pass at once', () => {
  beforeAll(() => openEngine('cpu'))

  test('are predicted in their order, without dropout', async () => {
    const expected = members.map(outputsOf)
    expect(differences(await predict(network, members[0]!, inputs), expected[0]!, tolerance)).toEqual([])
    const predictions = await predictEnsemble(network, members, [inputs, inputs])
    for (const [run, values] of predictions.entries()) {
      expect(differences(values, expected[run]!, tolerance)).toEqual([])
    }
  })

  test('are scored with equal weight', async () => {
    const expected = members.map((weights) => {
      const outputs = outputsOf(weights)
      return outputs.reduce((sum, value, index) => sum + (value - targets[index]!) ** 2, 0) / outputs.length
    })
    const examples = { inputs, targets }
    const { loss, accuracy } = await evaluate(network, 'mean squared error', members[0]!, examples)
    const ofLoss = float32Sum(2 * count + 16, expected[0]! + expected[1]!)
    expect(differences([loss], [expected[0]!], ofLoss)).toEqual([])
    expect(accuracy).toBeNull()
    const scores = await evaluateEnsemble(network, 'mean squared error', members, examples)
    expect(
      differences(
        scores.map((score) => score.loss),
        expected,
        ofLoss,
      ),
    ).toEqual([])
  })
})
