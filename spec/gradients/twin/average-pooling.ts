import { type Field, sizeOf, type Twin, type Values } from './field.ts'
import { type Sliding, slide } from './sliding.ts'

/**
 * The mean of each channel over each place of a window, without padding. Back: each value of a window gets an equal share
 * of its derivative.
 *
 * @param x - [batch, height, width, channels]
 * @param window - height and width
 */
export function averagePooling(x: Field, window: readonly [number, number], down: Sliding, across: Sliding): Twin {
  const pictures = x.shape as [number, number, number, number]
  const channels = pictures[3]
  const shape = [pictures[0], down.places, across.places, channels]
  const share = 1 / (window[0] * window[1])
  const each = (visit: (value: number, result: number) => void) =>
    slide(pictures, window, down, across, (place, value) => {
      for (let channel = 0; channel < channels; channel++) visit(value + channel, place * channels + channel)
    })

  const output = new Float64Array(sizeOf(shape))
  each((value, result) => {
    output[result]! += share * x.values[value]!
  })
  const back = (after: Values) => {
    const input = new Float64Array(x.values.length)
    each((value, result) => {
      input[value]! += share * after[result]!
    })
    return { input, parameters: {} }
  }
  return { output: { shape, values: output }, back }
}
