import { type Field, sizeOf, sumOfRows, type Twin, type Values } from './field.ts'
import { type Sliding, slide } from './sliding.ts'

/**
 * The convolution of pictures with a kernel (in fact a cross-correlation) and a bias: y[place] is the sum over the taps of
 * x[place + tap] · kernel[tap]. Back: each such product gives kernel[tap] · dy[place] to dx[place + tap], and
 * x[place + tap] · dy[place] to dkernel[tap].
 *
 * @param x - [batch, height, width, channels]
 * @param kernel - [height, width, channels, filters]
 * @param bias - [filters]
 */
export function convolution(x: Field, kernel: Field, bias: Values, down: Sliding, across: Sliding): Twin {
  const pictures = x.shape as [number, number, number, number]
  const [rows, columns, channels, filters] = kernel.shape as [number, number, number, number]
  const shape = [pictures[0], down.places, across.places, filters]
  const each = (visit: (value: number, weight: number, result: number) => void) =>
    slide(pictures, [rows, columns], down, across, (place, value, tap) => {
      for (let channel = 0; channel < channels; channel++) {
        visit(value + channel, (tap * channels + channel) * filters, place * filters)
      }
    })

  const output = Float64Array.from({ length: sizeOf(shape) }, (_, index) => bias[index % filters]!)
  each((value, weight, result) => {
    const factor = x.values[value]!
    for (let filter = 0; filter < filters; filter++) {
      output[result + filter]! += factor * kernel.values[weight + filter]!
    }
  })

  const back = (after: Values) => {
    const [inX, inKernel] = [new Float64Array(x.values.length), new Float64Array(kernel.values.length)]
    each((value, weight, result) => {
      const factor = x.values[value]!
      let sum = 0
      for (let filter = 0; filter < filters; filter++) {
        const derivative = after[result + filter]!
        sum += kernel.values[weight + filter]! * derivative
        inKernel[weight + filter]! += factor * derivative
      }
      inX[value]! += sum
    })
    return { input: inX, parameters: { kernel: inKernel, bias: sumOfRows(after, filters) } }
  }
  return { output: { shape, values: output }, back }
}
