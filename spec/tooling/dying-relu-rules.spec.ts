import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { drawPoints } from '../../src/experiments/absolute-value.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { forwardOnHost } from '../../src/experiments/dying-relu/forward-on-host.ts'
import { drawWeights, narrowNet } from '../../src/experiments/dying-relu/networks.ts'
import { collapseCount, collapsedBy, divergedPairs } from '../../src/experiments/dying-relu/rules.ts'
import { randomStream } from '../../src/random/stream.ts'
import { momentsOf } from '../../src/statistics/moments.ts'
import { float32Sum, isClose } from '../../src/tolerances.ts'
import { predict } from '../../src/training/network-evaluate.ts'
import { engineNames } from './keras/engines.ts'

const outcomes = {
  variance: Float64Array.of(0, 1e-12, 2e-12, 1e-3, 2e-3, Number.NaN, Number.POSITIVE_INFINITY),
  dead: Uint8Array.of(1, 0, 0, 0, 0, 0, 0),
}

describe('the rules of a collapse', () => {
  test('count a variance at the threshold, and no net that diverged', () => {
    const counted = (rule: 'notebook' | 'constant' | 'dead') => collapsedBy(rule, outcomes).filter(Boolean).length
    expect([counted('notebook'), counted('constant'), counted('dead')]).toEqual([4, 2, 1])
    expect(collapseCount('notebook', outcomes)).toEqual({ successes: 4, trials: 7, diverged: 2 })
    expect(divergedPairs(outcomes, { ...outcomes, variance: new Float64Array(7) })).toEqual(
      [5, 6].reduce((flags, run) => flags.with(run, true), Array<boolean>(7).fill(false)),
    )
  })
})

test('each rule has evidence of its own name, with the runs that diverged', () => {
  expect(collapseEvidence(['constant', 'dead', 'notebook'], outcomes, 'leaky_nets')).toMatchObject([
    { metric: 'share_of_leaky_nets_that_are_constant', value: 2 / 7, n: 7, diverged: 2 },
    { metric: 'share_of_leaky_nets_that_are_dead', value: 1 / 7 },
    { metric: 'share_of_leaky_nets_collapsed_by_the_rule_of_the_notebook', value: 4 / 7 },
  ])
})

describe.each(engineNames)('the pass on the host beside %s', (engine) => {
  beforeAll(() => openEngine(engine))

  test.each(['relu', { leakyRelu: 0.2 }] as const)(
    'makes of numbers what the engine makes of them: %j',
    async (activation) => {
      const net = { hiddenLayers: 3, width: 3, activation, firstWeights: 'randomised asymmetric' } as const
      const { inputs } = drawPoints(randomStream('rules', 'points'), 100)
      for (let draw = 0; draw < 20; draw++) {
        const weights = drawWeights(net, randomStream('rules', 'net', draw))
        const onHost = forwardOnHost(weights, activation === 'relu' ? 0 : 0.2, inputs)
        const onEngine = await predict(narrowNet(net), weights, inputs)
        // Sums of four terms and an activation, four times; each path's share is bounded by the same pass of absolutes.
        const sizes = forwardOnHost(
          weights.map(({ kernel, bias }) => ({ kernel: kernel!.map(Math.abs), bias: bias!.map(Math.abs) })),
          1,
          inputs.map(Math.abs),
        )
        expect(onHost.every((value, index) => isClose(onEngine[index]!, value, float32Sum(20, sizes[index]!)))).toBe(
          true,
        )
      }
    },
  )
})

test('a slope too small for float32 is no constant to the pass on the host', () => {
  // 1.3 + 1e-7·x: in float32 the output takes at most some values around 1.3, in float64 every one.
  const layer = (kernel: number, bias: number) => ({ kernel: Float32Array.of(kernel), bias: Float32Array.of(bias) })
  const { inputs } = drawPoints(randomStream('rules', 'slope'), 500)
  const outputs = forwardOnHost([layer(1, 3), layer(1e-7, 1.3)], 0, inputs)
  expect(new Set(outputs).size).toBe(new Set(inputs).size)
  expect(new Set(outputs.map(Math.fround)).size).toBeLessThan(10)
  const { variance } = momentsOf(outputs)
  // The variance of x is 7/3.
  expect(variance).toBeGreaterThan(1e-14)
  expect(variance).toBeLessThan(4e-14)
  expect(momentsOf(forwardOnHost([layer(-1, -3), layer(1e-7, 1.3)], 0, inputs)).variance).toBe(0)
})
