import { beforeAll, describe, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { deepNets } from '../../src/experiments/vanishing-gradients/comparisons.ts'
import { randomStream } from '../../src/random/stream.ts'
import { readSwitches } from '../../src/switches.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { deepNetCases, drawDeepNets } from './net-cases.ts'
import { expectNetDerivative, expectNetValues } from './net-gradient.ts'
import { valuesOnEngine } from './whole-nets.ts'

const { seed } = readSwitches(process.env)
const { hiddenLayers, width } = deepNets.quick

describe('the gradient of deep tanh, sigmoid and ReLU nets, by which gradients are seen to vanish', () => {
  forAny('for any net off its kinks: the float64 twin has it, by differences', deepNetCases, (given) => {
    for (const net of drawDeepNets(given)) expectNetDerivative(net, randomStream('direction', given.draw))
  })

  describe.each(enginesPresent)('on %s', { timeout: 30_000 }, (engine) => {
    beforeAll(() => openEngine(engine))

    forAny('for any nets off their kinks: each of an ensemble has that of its twin', deepNetCases, async (given) => {
      const nets = drawDeepNets(given)
      for (const [run, values] of (await valuesOnEngine(nets, [nets.length])).entries())
        expectNetValues(nets[run]!, values)
    })

    test.each(['tanh', 'sigmoid', 'relu'] as const)(
      `%s in ${hiddenLayers} layers has that of its twin`,
      async (name) => {
        const draw = randomStream(seed, 'deep net', name).integer(2 ** 31)
        const nets = drawDeepNets({
          shape: { activation: name, hiddenLayers, width, gain: 1 },
          examples: 8,
          nets: 2,
          draw,
        })
        for (const [run, values] of (await valuesOnEngine(nets, [nets.length])).entries())
          expectNetValues(nets[run]!, values)
      },
    )
  })
})
