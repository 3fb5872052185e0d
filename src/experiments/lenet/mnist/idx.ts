/*
 * The IDX format of Yann LeCun's MNIST page, for values that are unsigned bytes: two zero bytes, 0x08 for the type, the
 * count of dimensions, then each dimension as a big-endian 32-bit integer, then the values, the last index fastest.
 */
const unsignedBytes = 0x0800

/** The bytes of a whole IDX file. */
export function idxLength(shape: readonly number[]): number {
  return headerLength(shape) + product(shape)
}

/** The most bytes that such a file may have where it is compressed, even if by a program that only adds to it. */
export function longestCompressed(shape: readonly number[]): number {
  return Math.ceil(1.01 * idxLength(shape)) + 1024
}

/**
 * What keeps some bytes from being an IDX file of exactly this shape. Allocates nothing that depends on the bytes.
 *
 * @returns a clause about 'it', or null if nothing does
 */
export function idxFault(bytes: Uint8Array, shape: readonly number[]): string | null {
  if (bytes.length === 0) return 'it is empty'
  const header = headerLength(shape)
  if (bytes.length < header) return `it ends after ${bytes.length} of the ${header} bytes of its header`
  const view = new DataView(bytes.buffer, bytes.byteOffset, header)
  const magic = view.getUint32(0)
  const rightMagic = unsignedBytes + shape.length
  if (magic !== rightMagic) return `its magic number is ${hexadecimal(magic)} instead of ${hexadecimal(rightMagic)}`
  const announced = shape.map((_, index) => view.getUint32(4 + 4 * index))
  if (announced.some((size, index) => size !== shape[index])) {
    return `it announces ${announced.join(' × ')} values instead of ${shape.join(' × ')}`
  }
  if (bytes.length !== idxLength(shape)) return `it has ${bytes.length} bytes instead of ${idxLength(shape)}`
  return null
}

/**
 * The values of an IDX file, in a buffer of their own.
 *
 * @param bytes - a file in which `idxFault` finds nothing
 */
export function idxValues(bytes: Uint8Array, shape: readonly number[]): Uint8Array {
  return new Uint8Array(bytes.subarray(headerLength(shape)))
}

function headerLength(shape: readonly number[]): number {
  return 4 + 4 * shape.length
}

function product(factors: readonly number[]): number {
  return factors.reduce((result, factor) => result * factor, 1)
}

function hexadecimal(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`
}
