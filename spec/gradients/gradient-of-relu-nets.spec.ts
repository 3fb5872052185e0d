import { beforeAll, describe } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { randomStream } from '../../src/random/stream.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { drawReluNets, reluNetCases } from './net-cases.ts'
import { expectNetDerivative, expectNetValues } from './net-gradient.ts'
import { valuesAlone, valuesOnEngine } from './whole-nets.ts'

describe('the gradient of narrow ReLU and leaky ReLU nets', () => {
  forAny('for any net off its kinks: the float64 twin has it, by differences', reluNetCases, (given) => {
    for (const net of drawReluNets(given)) expectNetDerivative(net, randomStream('direction', given.draw))
  })

  describe.each(enginesPresent)('on %s', (engine) => {
    beforeAll(() => openEngine(engine))

    forAny('for any nets off their kinks: each of an ensemble has that of its twin', reluNetCases, async (given) => {
      const nets = drawReluNets(given)
      for (const [run, values] of (await valuesOnEngine(nets, [nets.length])).entries())
        expectNetValues(nets[run]!, values)
    })

    forAny('for any net off its kinks: alone it has that of its twin', reluNetCases, async (given) => {
      const [net] = drawReluNets({ ...given, nets: 1 })
      expectNetValues(net!, await valuesAlone(net!))
    })
  })
})
