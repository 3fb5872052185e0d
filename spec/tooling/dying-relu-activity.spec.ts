import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { domain } from '../../src/experiments/absolute-value.ts'
import { aliveOn } from '../../src/experiments/dying-relu/activity.ts'
import { forwardOnHost } from '../../src/experiments/dying-relu/forward-on-host.ts'
import { drawWeights } from '../../src/experiments/dying-relu/networks.ts'
import { propertySeed } from '../../src/random/property-seed.ts'
import { randomStream } from '../../src/random/stream.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'
import type { Weights } from '../../src/training/network-parameters.ts'

/** Any ReLU net with biases: asymmetric first weights have them. */
const anyNet = fc
  .record({ hiddenLayers: fc.integer({ min: 1, max: 8 }), width: fc.integer({ min: 1, max: 4 }), draw: fc.nat() })
  .map(({ draw, ...shape }) => {
    const net = { ...shape, activation: 'relu', firstWeights: 'randomised asymmetric' } as const
    // Shifted down, so that many are silent on a part of the domain or on all of it.
    return drawWeights(net, randomStream('activity', 'net', draw)).map(({ kernel, bias }) => ({
      kernel: kernel!,
      bias: bias!.map((value) => value - 0.3),
    }))
  })

/** By the definition: whether each hidden layer has a unit above zero at this input. */
function isAliveAt(weights: Weights, input: number): boolean {
  let values = [input]
  for (const { kernel, bias } of weights.slice(0, -1)) {
    values = Array.from(bias!, (offset, unit) =>
      Math.max(
        0,
        values.reduce((sum, value, from) => sum + value * kernel![from * bias!.length + unit]!, offset),
      ),
    )
    if (values.every((value) => value === 0)) return false
  }
  return true
}

const inputs = Array.from(
  { length: 400 },
  (_, place) => domain.low + ((place + 0.5) * (domain.high - domain.low)) / 400,
)

describe('where a ReLU net is alive', () => {
  const check = (name: string, property: (weights: Weights) => void) =>
    fc.assert(fc.property(anyNet, property), { seed: propertySeed('activity', name), numRuns: 200 })

  test('for any net: is where a path is active, at whatever input one looks', () =>
    check('definition', (weights) => {
      const alive = aliveOn(weights, domain)
      // Inputs within rounding of a kink may be taken for either side.
      const isNear = (x: number, bound: number) => isClose(x, bound, tolerances.hostStatistic)
      const nearKink = (x: number) => alive.some(({ low, high }) => isNear(x, low) || isNear(x, high))
      for (const x of inputs.filter((input) => !nearKink(input))) {
        expect(alive.some(({ low, high }) => low < x && x < high)).toBe(isAliveAt(weights, x))
      }
    }))

  test('for any net: is nowhere only if the output is one number', () =>
    check('constant', (weights) => {
      if (aliveOn(weights, domain).length > 0) return
      expect(new Set(forwardOnHost(weights, 0, inputs)).size).toBe(1)
    }))

  test('is everywhere, on one side, or nowhere for nets made so', () => {
    const layer = (kernel: number[], bias: number[]) => ({
      kernel: Float32Array.from(kernel),
      bias: Float32Array.from(bias),
    })
    const output = layer([1, 1], [0])
    expect(aliveOn([layer([1, -1], [0, 0]), output], domain)).toEqual([
      { low: domain.low, high: 0 },
      { low: 0, high: domain.high },
    ])
    expect(aliveOn([layer([1, 2], [0, 0]), output], domain)).toEqual([{ low: 0, high: domain.high }])
    // The first layer is silent to the left of 0, the second to the right: nothing passes both.
    const silentOnTheRight = layer([-1, 0, 0, -1], [0.5, -0.5])
    expect(aliveOn([layer([1, 1], [0, 0]), silentOnTheRight, output], { low: 1, high: 2 })).toEqual([])
    expect(aliveOn([layer([0, 0], [-1, 0]), output], domain)).toEqual([])
  })
})
