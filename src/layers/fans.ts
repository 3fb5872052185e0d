/**
 * How many inputs and outputs a kernel connects: the fans of Glorot & Bengio 2010. Those of a convolution count the
 * whole receptive field, as in Keras (`compute_fans`, keras/src/initializers/random_initializers.py).
 *
 * @param shape - of the kernel: [inputs, units], or [height, width, inputs, filters]
 * @throws {RangeError} if the shape has less than two axes
 * @example fansOf([5, 5, 6, 16]) // { fanIn: 150, fanOut: 400 }
 */
export function fansOf(shape: readonly number[]): { readonly fanIn: number; readonly fanOut: number } {
  if (shape.length < 2) throw new RangeError(`a kernel has at least two axes, but its shape is [${shape.join(', ')}]`)
  const field = sizeOf(shape.slice(0, -2))
  return { fanIn: field * shape.at(-2)!, fanOut: field * shape.at(-1)! }
}

/** How many values a tensor of a shape holds. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1)
}
