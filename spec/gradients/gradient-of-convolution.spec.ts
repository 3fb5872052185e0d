import type * as tf from '@tensorflow/tfjs'
import { beforeAll, describe } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { convolution } from '../../src/layers/convolution.ts'
import { randomStream } from '../../src/random/stream.ts'
import { type CaseOf, convolutionCases } from './cases.ts'
import { drawField } from './draw.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { expectTwinOnEngine, type LinearLayer } from './linear-layer.ts'
import { convolution as convolutionTwin } from './twin/convolution.ts'
import { sliding } from './twin/sliding.ts'
import { expectWayBack } from './twin-gradient.ts'

function draw({ batch, height, width, size, channels, filters, padding, draw }: CaseOf<typeof convolutionCases>) {
  const stream = randomStream('gradient of convolution', draw)
  const [down, across] = [sliding(height, size, 1, padding), sliding(width, size, 1, padding)]
  const places = batch * down.places * across.places
  const layer: LinearLayer = {
    name: `a convolution, ${padding}`,
    variables: ['input', 'kernel', 'bias'],
    onEngine: (x, kernel, bias) => convolution(x as tf.Tensor4D, kernel as tf.Tensor4D, bias!, padding),
    twin: (x, kernel, bias) => convolutionTwin(x!, kernel!, bias!.values, down, across),
    roundings: [size * size * channels + 1, size * size * filters, places, places],
  }
  const given = [
    drawField(stream, [batch, height, width, channels]),
    drawField(stream, [size, size, channels, filters]),
    drawField(stream, [1, filters]),
  ]
  return { stream, layer, given, after: drawField(stream, [batch, down.places, across.places, filters]).values }
}

describe('the gradient of a convolution', () => {
  forAny('for any shape and padding: the float64 twin has it, by differences', convolutionCases, (shape) => {
    const { stream, layer, given } = draw(shape)
    expectWayBack(layer.twin, layer.variables, given, stream)
  })

  describe.each(enginesPresent)('on %s', (engine) => {
    beforeAll(() => openEngine(engine))

    forAny('for any shape and padding: is that of the twin', convolutionCases, (shape) => {
      const { layer, given, after } = draw(shape)
      return expectTwinOnEngine(layer, given, after)
    })
  })
})
