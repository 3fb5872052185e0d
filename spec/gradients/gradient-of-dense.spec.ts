import { beforeAll, describe } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { dense } from '../../src/layers/dense.ts'
import { randomStream } from '../../src/random/stream.ts'
import { type CaseOf, denseCases } from './cases.ts'
import { drawField } from './draw.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { expectTwinOnEngine, type LinearLayer } from './linear-layer.ts'
import { dense as denseTwin } from './twin/dense.ts'
import { expectWayBack } from './twin-gradient.ts'

function draw({ batch, inputs, units, draw }: CaseOf<typeof denseCases>) {
  const stream = randomStream('gradient of dense', draw)
  const given = [drawField(stream, [batch, inputs]), drawField(stream, [inputs, units]), drawField(stream, [1, units])]
  const layer: LinearLayer = {
    name: 'a dense layer',
    variables: ['input', 'kernel', 'bias'],
    onEngine: dense as LinearLayer['onEngine'],
    twin: (x, kernel, bias) => denseTwin(x!, kernel!, bias!.values),
    roundings: [inputs + 1, units, batch, batch],
  }
  return { stream, layer, given, after: drawField(stream, [batch, units]).values }
}

describe('the gradient of a dense layer', () => {
  forAny('for any sizes: the float64 twin has it, by differences', denseCases, (shape) => {
    const { stream, layer, given } = draw(shape)
    expectWayBack(layer.twin, layer.variables, given, stream)
  })

  describe.each(enginesPresent)('on %s', (engine) => {
    beforeAll(() => openEngine(engine))

    forAny('for any sizes: is that of the twin', denseCases, (shape) => {
      const { layer, given, after } = draw(shape)
      return expectTwinOnEngine(layer, given, after)
    })
  })
})
