/** Plain float64 twins of what the kernels of src/backend/kernels are about, straight from the definitions. */

/** Numbers and how they lie: the last axis is the innermost. */
export interface Field {
  readonly shape: readonly [number, number, number, number]
  readonly values: ArrayLike<number>
}

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
 * @param x - [batch, height, width, channels]
 * @param filter - [height, width, channels, filters]
 * @returns [batch, vertical places, horizontal places, filters]
 */
export function convolution(x: Field, filter: Field, vertical: Sliding, horizontal: Sliding): Float64Array {
  const [batch, height, width, channels] = x.shape
  const [rows, columns, , filters] = filter.shape
  const output = new Float64Array(batch * vertical.places * horizontal.places * filters)
  let place = 0
  for (let image = 0; image < batch; image++) {
    for (
      let top = -vertical.before;
      top < vertical.places * vertical.stride - vertical.before;
      top += vertical.stride
    ) {
      const end = horizontal.places * horizontal.stride - horizontal.before
      for (let left = -horizontal.before; left < end; left += horizontal.stride, place++) {
        for (let tap = 0; tap < rows * columns * channels; tap++) {
          const channel = tap % channels
          const column = left + (Math.floor(tap / channels) % columns)
          const row = top + Math.floor(tap / channels / columns)
          if (row < 0 || row >= height || column < 0 || column >= width) continue
          const value = x.values[((image * height + row) * width + column) * channels + channel]!
          for (let index = 0; index < filters; index++) {
            output[place * filters + index]! += value * filter.values[tap * filters + index]!
          }
        }
      }
    }
  }
  return output
}

/** The field of the absolute values. */
export function absolute({ shape, values }: Field): Field {
  return { shape, values: Array.from(values, Math.abs) }
}

/** Σ a · b, and Σ |a · b|, on which the error of such a sum in float32 depends. */
export function product(a: ArrayLike<number>, b: ArrayLike<number>): { sum: number; magnitude: number } {
  let [sum, magnitude] = [0, 0]
  for (let index = 0; index < a.length; index++) {
    sum += a[index]! * b[index]!
    magnitude += Math.abs(a[index]! * b[index]!)
  }
  return { sum, magnitude }
}

/** Numbers as [blocks, rows, columns]: a channel is one column of one block, and its values are that column's rows. */
export interface Channels {
  readonly blocks: number
  readonly rows: number
  readonly columns: number
}

/** The values of one channel. */
export function channelOf(values: ArrayLike<number>, { rows, columns }: Channels, channel: number): number[] {
  const block = Math.floor(channel / columns)
  return Array.from({ length: rows }, (_, row) => values[(block * rows + row) * columns + (channel % columns)]!)
}

/** Batch normalisation of one channel: (value − mean) · inverse · gamma + beta. */
export function normalisation(channel: readonly number[], gamma: number, beta: number, epsilon: number) {
  const mean = channel.reduce((sum, value) => sum + value, 0) / channel.length
  const variance = channel.reduce((sum, value) => sum + (value - mean) ** 2, 0) / channel.length
  const inverse = 1 / Math.sqrt(variance + epsilon)
  return { mean, variance, inverse, output: channel.map((value) => (value - mean) * inverse * gamma + beta) }
}

/** f'(0) by central differences with h and h / 2, whose errors of order h² cancel. */
export function derivativeOf(f: (t: number) => number, h: number): number {
  const difference = (step: number) => (f(step) - f(-step)) / (2 * step)
  return (4 * difference(h / 2) - difference(h)) / 3
}
