import { beforeAll, describe } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { dropout, dropoutMask } from '../../src/layers/dropout.ts'
import { randomStream } from '../../src/random/stream.ts'
import { type CaseOf, dropoutCases } from './cases.ts'
import { drawField } from './draw.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { expectTwinOnEngine, type LinearLayer } from './linear-layer.ts'
import { tensorOf } from './on-engine.ts'
import { dropout as dropoutTwin } from './twin/dropout.ts'
import { sizeOf } from './twin/field.ts'
import { expectWayBack } from './twin-gradient.ts'

function draw({ shape, rate, draw }: CaseOf<typeof dropoutCases>) {
  const stream = randomStream('gradient of dropout', draw)
  const mask = { shape, values: dropoutMask(stream.stream('mask'), rate, sizeOf(shape)) }
  const layer: LinearLayer = {
    name: 'dropout',
    variables: ['input'],
    onEngine: (x) => dropout(x!, tensorOf(mask)),
    twin: (x) => dropoutTwin(x!, mask.values),
    roundings: [1, 1],
  }
  return { stream, layer, given: [drawField(stream, shape)], after: drawField(stream, shape).values }
}

describe('the gradient of dropout with a given mask', () => {
  forAny('for any shape and rate: the float64 twin has it, by differences', dropoutCases, (shape) => {
    const { stream, layer, given } = draw(shape)
    expectWayBack(layer.twin, layer.variables, given, stream)
  })

  describe.each(enginesPresent)('on %s', (engine) => {
    beforeAll(() => openEngine(engine))

    forAny('for any shape and rate: is that of the twin', dropoutCases, (shape) => {
      const { layer, given, after } = draw(shape)
      return expectTwinOnEngine(layer, given, after)
    })
  })
})
