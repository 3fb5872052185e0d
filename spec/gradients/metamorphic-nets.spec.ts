import fc from 'fast-check'
import { beforeAll, describe, expect } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { randomStream } from '../../src/random/stream.ts'
import { entriesOf, mapParameters, type ParameterName } from '../../src/training/network-parameters.ts'
import type { DrawnNet } from './drawn-net.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { drawEggholderNets, drawReluNets, eggholderCases, reluNetCases } from './net-cases.ts'
import { expectSameNetValues } from './net-gradient.ts'
import type { Values } from './twin/field.ts'
import { gradientName, valuesAlone, valuesOnEngine } from './whole-nets.ts'

/** A parameter, or its gradient, of a net whose units of one layer stand in another order. */
function reordered(net: DrawnNet, layer: number, order: Int32Array) {
  const units = order.length
  const layers = net.network.layers
  const next = layers.findIndex(({ kind }, index) => index > layer && kind === 'dense')
  return (values: Values, name: ParameterName, index: number): Float32Array => {
    const columns = index >= layer && index < next
    if (!columns && !(index === next && name === 'kernel')) return Float32Array.from(values)
    const width = columns ? units : values.length / units
    return Float32Array.from(values, (_, place) => {
      const [row, column] = [Math.floor(place / width), place % width]
      return values[columns ? row * width + order[column]! : order[row]! * width + column]!
    })
  }
}

describe.each(enginesPresent)('nets on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  forAny(
    'for any net with its units in another order: the gradient is in that order too',
    fc.tuple(eggholderCases, fc.nat(2)),
    async ([given, place]) => {
      const [net] = drawEggholderNets(given) as [DrawnNet]
      const hidden = net.network.layers.flatMap(({ kind }, index) => (kind === 'dense' ? [index] : [])).slice(0, -1)
      const layer = hidden[place % hidden.length]!
      const order = randomStream('order of units', given.draw).permutation(net.weights[layer]!.bias!.length)
      const inOrder = reordered(net, layer, order)
      const other: DrawnNet = { ...net, weights: mapParameters(net.weights, inOrder) }
      const [values, ofOther] = [await valuesAlone(net), await valuesAlone(other)]
      const expected = new Map(values)
      for (const { layer: index, name } of entriesOf(net.weights)) {
        const gradient = values.get(gradientName(index, name))
        if (gradient) expected.set(gradientName(index, name), inOrder(gradient, name, index))
      }
      expectSameNetValues(other, ofOther, expected)
    },
  )

  forAny('for any ensemble: each net has the gradient that it has alone', reluNetCases, async (given) => {
    const nets = drawReluNets(given)
    for (const [run, values] of (await valuesOnEngine(nets, [nets.length])).entries()) {
      expectSameNetValues(nets[run]!, await valuesAlone(nets[run]!), values)
    }
  })

  forAny('for any ensemble: no net feels another, not by a bit', reluNetCases, async (given) => {
    const nets = drawReluNets({ ...given, nets: 3 })
    const others = [nets[0]!, ...drawReluNets({ ...given, draw: given.draw + 1, nets: 2 })]
    const [first, second] = [await valuesOnEngine(nets, [3]), await valuesOnEngine(others, [3])]
    expect(second[0]).toEqual(first[0])
    expect(second[1]!.get('the output')).not.toEqual(first[1]!.get('the output'))
  })
})
