/** How a window moves along one axis: it begins at place · stride − before. */
export interface Sliding {
  readonly places: number
  readonly stride: number
  readonly before: number
}

/** Where zeros are added: by TensorFlow's two rules, or so many before and after. */
export type Padding = 'same' | 'valid' | readonly [before: number, after: number]

/** Where windows lie (TensorFlow, tf.nn.convolution: with 'SAME' an odd zero comes after). */
export function sliding(length: number, window: number, stride: number, padding: Padding): Sliding {
  if (padding === 'same') {
    const places = Math.ceil(length / stride)
    const zeros = Math.max((places - 1) * stride + window - length, 0)
    return { places, stride, before: Math.floor(zeros / 2) }
  }
  const [before, after] = padding === 'valid' ? [0, 0] : padding
  return { places: Math.floor((length + before + after - window) / stride) + 1, stride, before }
}

/**
 * Visits each value of pictures that a place of a window over them holds; the zeros around a picture are left out.
 *
 * @param shape - of the pictures: [batch, height, width, channels]
 * @param window - height and width
 * @param visit - gets the place, counted over all pictures row by row, the first of the channels of the value in the
 *   pictures, and the tap, which is the place within the window
 */
export function slide(
  [batch, height, width, channels]: readonly [number, number, number, number],
  [rows, columns]: readonly [number, number],
  down: Sliding,
  across: Sliding,
  visit: (place: number, value: number, tap: number) => void,
): void {
  let place = 0
  for (let image = 0; image < batch; image++) {
    for (let vertical = 0; vertical < down.places; vertical++) {
      for (let horizontal = 0; horizontal < across.places; horizontal++, place++) {
        for (let tap = 0; tap < rows * columns; tap++) {
          const row = vertical * down.stride - down.before + Math.floor(tap / columns)
          const column = horizontal * across.stride - across.before + (tap % columns)
          if (row < 0 || row >= height || column < 0 || column >= width) continue
          visit(place, ((image * height + row) * width + column) * channels, tap)
        }
      }
    }
  }
}
