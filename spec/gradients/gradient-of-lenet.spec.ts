import { beforeAll, describe } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import type { Variant } from '../../src/experiments/lenet/networks.ts'
import { randomStream } from '../../src/random/stream.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { drawLenets, lenetCases } from './net-cases.ts'
import { expectNetDerivative, expectNetValues } from './net-gradient.ts'
import { valuesAlone } from './whole-nets.ts'

const variants: readonly Variant[] = ['plain', 'batch normalisation', 'input batch normalisation', 'dropout', 'both']

/** A pass of an image through the twin takes 5 ms, there and back 15 ms; on the engine cpu the kernels take a second. */
const [cost, costOnCpu] = [25, 100]

describe.each(variants)('the gradient of LeNet-5, %s', (variant) => {
  forAny(
    'for any batch: the float64 twin has it, by differences',
    lenetCases(variant),
    (given) => expectNetDerivative(drawLenets(given)[0]!, randomStream('direction', given.draw)),
    { cost },
  )

  describe.each(enginesPresent)('on %s', (engine) => {
    beforeAll(() => openEngine(engine))

    forAny(
      'for any batch: is that of the twin',
      lenetCases(variant),
      async (given) => {
        const [net] = drawLenets(given)
        expectNetValues(net!, await valuesAlone(net!))
      },
      { cost: engine === 'cpu' ? costOnCpu : cost },
    )
  })
})
