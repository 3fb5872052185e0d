import type * as tf from '@tensorflow/tfjs'
import { beforeAll, describe } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { averagePooling } from '../../src/layers/average-pooling.ts'
import { randomStream } from '../../src/random/stream.ts'
import { type CaseOf, poolingCases } from './cases.ts'
import { drawField } from './draw.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { expectTwinOnEngine, type LinearLayer } from './linear-layer.ts'
import { averagePooling as averagePoolingTwin } from './twin/average-pooling.ts'
import { sliding } from './twin/sliding.ts'
import { expectWayBack } from './twin-gradient.ts'

function draw({ batch, height, width, size, channels, draw }: CaseOf<typeof poolingCases>) {
  const stream = randomStream('gradient of average pooling', draw)
  const [down, across] = [sliding(height, size, size, 'valid'), sliding(width, size, size, 'valid')]
  const layer: LinearLayer = {
    name: 'average pooling',
    variables: ['input'],
    onEngine: (x) => averagePooling(x as tf.Tensor4D, size),
    twin: (x) => averagePoolingTwin(x!, [size, size], down, across),
    // The share of a value is rounded itself, and so is its product.
    roundings: [size * size + 2, 3],
  }
  const given = [drawField(stream, [batch, height, width, channels])]
  return { stream, layer, given, after: drawField(stream, [batch, down.places, across.places, channels]).values }
}

describe('the gradient of average pooling', () => {
  forAny('for any shape: the float64 twin has it, by differences', poolingCases, (shape) => {
    const { stream, layer, given } = draw(shape)
    expectWayBack(layer.twin, layer.variables, given, stream)
  })

  describe.each(enginesPresent)('on %s', (engine) => {
    beforeAll(() => openEngine(engine))

    forAny('for any shape: is that of the twin', poolingCases, (shape) => {
      const { layer, given, after } = draw(shape)
      return expectTwinOnEngine(layer, given, after)
    })
  })
})
