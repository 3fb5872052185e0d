import { beforeAll, describe } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import type { DrawnNet } from './drawn-net.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { drawEggholderNets, drawLenets, eggholderCases, lenetCases } from './net-cases.ts'
import { expectSameNetValues } from './net-gradient.ts'
import type { Field } from './twin/field.ts'
import { valuesAlone } from './whole-nets.ts'

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

/** The loss and the gradients are means over the batch; the output has the examples twice. */
async function expectSameMeans(net: DrawnNet): Promise<void> {
  const ofDoubled = new Map(await valuesAlone(doubled(net)))
  ofDoubled.delete('the output')
  expectSameNetValues(net, await valuesAlone(net), ofDoubled)
}

describe.each(enginesPresent)('the mean gradient of a batch with each example twice, on %s,', (engine) => {
  beforeAll(() => openEngine(engine))

  forAny('for any Eggholder net: is that of the batch', eggholderCases, (given) =>
    expectSameMeans(drawEggholderNets(given)[0]!),
  )

  forAny(
    'for any LeNet-5, its masks twice too: is that of the batch',
    lenetCases('both'),
    (given) => expectSameMeans(drawLenets(given)[0]!),
    { cost: engine === 'cpu' ? 100 : 50 },
  )
})
