import type * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { convolution } from '../../src/layers/convolution.ts'
import { randomStream } from '../../src/random/stream.ts'
import { small } from './cases.ts'
import { drawWhole } from './draw.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { onEngine } from './on-engine.ts'
import { type Field, sizeOf } from './twin/field.ts'

const cases = fc.record({
  batch: small(2),
  height: small(3),
  width: small(3),
  size: small(5),
  channels: small(2),
  filters: small(3),
  move: fc.tuple(small(2, -2), small(2, -2)),
  draw: fc.nat(),
})

/** A picture in the middle of a wider one of zeros, moved by so many rows and columns. */
function framed({ shape, values }: Field, border: number, [down, right]: readonly [number, number]): Field {
  const [batch, height, width, channels] = shape as [number, number, number, number]
  const wide = [batch, height + 2 * border, width + 2 * border, channels]
  const field = new Float32Array(sizeOf(wide))
  for (let index = 0; index < values.length; index++) {
    const [channel, pixel] = [index % channels, Math.floor(index / channels)]
    const [column, line] = [pixel % width, Math.floor(pixel / width)]
    const [image, row] = [Math.floor(line / height), line % height]
    const place = (image * wide[1]! + row + border + down) * wide[2]! + column + border + right
    field[place * channels + channel] = values[index]!
  }
  return { shape: wide, values: field }
}

/** The pictures moved back: what was beyond the frame is zero. */
function movedBack({ shape, values }: Field, [down, right]: readonly [number, number]): number[] {
  const [, height, width, channels] = shape as [number, number, number, number]
  return Array.from(values, (_, index) => {
    const [channel, pixel] = [index % channels, Math.floor(index / channels)]
    const [column, line] = [(pixel % width) + right, Math.floor(pixel / width)]
    const row = (line % height) + down
    if (row < 0 || row >= height || column < 0 || column >= width) return 0
    return values[((line + down) * width + column) * channels + channel]! + 0
  })
}

// Whole numbers are exact in float32, so nothing less than equality will do.
describe.each(enginesPresent)('an image that is moved inside its border, on %s,', (engine) => {
  beforeAll(() => openEngine(engine))

  forAny(
    'for any padded convolution: moves its output and its gradient, and leaves those of kernel and bias',
    cases,
    async ({ batch, height, width, size, channels, filters, move, draw }) => {
      const stream = randomStream('moved images', draw)
      const picture = drawWhole(stream, [batch, height, width, channels])
      const parameters = [
        drawWhole(stream, [size, size, channels, filters]),
        { shape: [1, filters], values: new Float32Array(filters) },
      ]
      const after = drawWhole(stream, [batch, height, width, filters])
      const border = size + 2
      const layer = (...[x, kernel, bias]: tf.Tensor[]) =>
        convolution(x as tf.Tensor4D, kernel as tf.Tensor4D, bias!, 'same')
      const at = (by: readonly [number, number]) =>
        onEngine(layer, [framed(picture, border, by), ...parameters], framed(after, border, by).values)

      const [still, moved] = [await at([0, 0]), await at(move)]
      const { shape } = framed(picture, border, move)
      const back = (values: Float32Array, own: readonly number[]) => movedBack({ shape: own, values }, move)
      expect(back(moved.value, moved.shape)).toEqual(movedBack({ shape: still.shape, values: still.value }, [0, 0]))
      expect(back(moved.gradients[0]!, shape)).toEqual(movedBack({ shape, values: still.gradients[0]! }, [0, 0]))
      expect(moved.gradients.slice(1)).toEqual(still.gradients.slice(1))
    },
  )
})
