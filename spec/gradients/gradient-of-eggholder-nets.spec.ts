import { beforeAll, describe, test } from 'vitest'
import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { openEngine } from '../../src/backend/chain.ts'
import { type SubmittedNets, submittedNets } from '../../src/experiments/eggholder/submitted-nets.ts'
import { randomStream } from '../../src/random/stream.ts'
import { readSwitches } from '../../src/switches.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { drawEggholderNets, eggholderCases } from './net-cases.ts'
import { expectNetDerivative, expectNetValues } from './net-gradient.ts'
import { valuesAlone, valuesOnEngine } from './whole-nets.ts'

const { seed } = readSwitches(process.env)
const { trainedNets } = printed['P4.1'] as { trainedNets: SubmittedNets }
const submitted = submittedNets(trainedNets).map((shape) => {
  return { shape, title: `[${shape.hidden}]${shape.normalised ? ' with batch normalisation' : ''}` }
})

describe('the gradient of Eggholder nets', () => {
  forAny('for any net off its kinks: the float64 twin has it, by differences', eggholderCases, (given) => {
    for (const net of drawEggholderNets(given)) expectNetDerivative(net, randomStream('direction', given.draw))
  })

  describe.each(enginesPresent)('on %s', { timeout: 30_000 }, (engine) => {
    beforeAll(() => openEngine(engine))

    forAny('for any nets off their kinks: each of an ensemble has that of its twin', eggholderCases, async (given) => {
      const nets = drawEggholderNets(given)
      for (const [run, values] of (await valuesOnEngine(nets, [nets.length])).entries())
        expectNetValues(nets[run]!, values)
    })

    forAny('for any net off its kinks: alone it has that of its twin', eggholderCases, async (given) => {
      const [net] = drawEggholderNets({ ...given, nets: 1 })
      expectNetValues(net!, await valuesAlone(net!))
    })

    test.each(submitted)('the one of the notebook, $title, has that of its twin', async ({ shape, title }) => {
      const draw = randomStream(seed, 'submitted Eggholder net', title).integer(2 ** 31)
      const [net] = drawEggholderNets({ shape, examples: 8, nets: 1, draw })
      expectNetValues(net!, await valuesAlone(net!))
    })
  })
})
