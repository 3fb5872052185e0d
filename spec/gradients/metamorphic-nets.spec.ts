import fc from 'fast-check'
import { beforeAll, describe, expect } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { randomStream } from '../../src/random/stream.ts'
import { entriesOf, mapParameters, type ParameterName } from '../../src/training/network-parameters.ts'
import type { DrawnNet } from './drawn-net.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { drawEggholderNets, drawLenets, drawReluNets, eggholderCases, lenetCases, reluNetCases } from './net-cases.ts'
import { expectSameNetValues } from './net-gradient.ts'
import type { Field, Values } from './twin/field.ts'
import { gradientName, type NetValues, valuesOnEngine } from './whole-nets.ts'

const alone = async (net: DrawnNet): Promise<NetValues> => (await valuesOnEngine([net], []))[0]!

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

/** A net whose batch holds every example twice. */
function doubled(net: DrawnNet): DrawnNet {
  const twice = ({ shape, values }: Field): Field => {
    return {
      shape: [2 * shape[0]!, ...shape.slice(1)],
      values: Float32Array.from([...Array.from(values), ...Array.from(values)]),
    }
  }
  const { inputs, targets } = net.batch
  return {
    ...net,
    batch: { inputs: twice(inputs), targets: twice({ shape: [targets.length], values: targets }).values },
    masks: new Map(Array.from(net.masks, ([index, mask]) => [index, twice(mask)])),
  }
}

describe.each(enginesPresent)('on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  forAny(
    'for any net with its units in another order: the gradient is in that order too',
    fc.tuple(eggholderCases, fc.nat(2)),
    async ([given, place]) => {
      const [net] = drawEggholderNets(given) as [DrawnNet]
      const layer = net.network.layers.flatMap(({ kind }, index) => (kind === 'dense' ? [index] : []))[
        place % given.shape.hidden.length
      ]!
      const order = randomStream('order of units', given.draw).permutation(net.weights[layer]!.bias!.length)
      const inOrder = reordered(net, layer, order)
      const other: DrawnNet = { ...net, weights: mapParameters(net.weights, inOrder) }
      const [values, ofOther] = [await alone(net), await alone(other)]
      const expected = new Map(values)
      for (const { layer: index, name } of entriesOf(net.weights)) {
        const gradient = values.get(gradientName(index, name))
        if (gradient) expected.set(gradientName(index, name), inOrder(gradient, name, index))
      }
      expectSameNetValues(other, ofOther, expected)
    },
  )

  const withoutOutput = (values: NetValues) => new Map(Array.from(values).filter(([name]) => name !== 'the output'))

  forAny('for any batch with each example twice: the mean gradient is the same', eggholderCases, async (given) => {
    const [net] = drawEggholderNets(given) as [DrawnNet]
    expectSameNetValues(net, await alone(net), withoutOutput(await alone(doubled(net))))
  })

  forAny(
    'for any batch of LeNet-5 with each image and mask twice: the mean gradient is the same',
    lenetCases('both'),
    async (given) => {
      const [net] = drawLenets(given) as [DrawnNet]
      expectSameNetValues(net, await alone(net), withoutOutput(await alone(doubled(net))))
    },
    { cost: engine === 'cpu' ? 100 : 50 },
  )

  forAny('for any ensemble: each net has the gradient that it has alone', reluNetCases, async (given) => {
    const nets = drawReluNets(given)
    for (const [run, values] of (await valuesOnEngine(nets, [nets.length])).entries()) {
      expectSameNetValues(nets[run]!, await alone(nets[run]!), values)
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
