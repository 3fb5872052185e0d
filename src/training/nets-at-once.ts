import { largestTensor } from '../backend/largest-tensor.ts'
import { HomeworkError } from '../homework-error.ts'
import { sizeOf } from '../layers/fans.ts'
import { type Network, shapesOf } from './network.ts'
import { entriesOf, parameterShapes } from './network-parameters.ts'

/**
 * The size in bytes of the largest tensor that a net needs: its examples, what a layer makes of a batch, or a kernel.
 * Tensors of an ensemble are as many times that as it has nets.
 *
 * @param examples - that the net sees
 * @param batch - examples that pass at once
 */
export function largestTensorOf(network: Network, examples: number, batch: number): number {
  const widths = shapesOf(network).map(sizeOf)
  const kernels = entriesOf(parameterShapes(network)).map(({ value }) => sizeOf(value))
  const values = Math.max(
    examples * Math.max(widths[0]!, widths.at(-1)!),
    Math.min(examples, batch) * Math.max(...widths),
    ...kernels,
  )
  return values * Float32Array.BYTES_PER_ELEMENT
}

/**
 * How many nets the engine that is open can take side by side.
 *
 * @param bytes - of the largest tensor that a net needs
 * @throws {HomeworkError} if it cannot take one
 */
export function netsAtOnce(bytes: number): number {
  const most = largestTensor()
  if (bytes <= most) return Math.floor(most / bytes)
  throw new HomeworkError(
    `A net needs a tensor of ${bytes} bytes, and the engine takes none of more than ${most}. ` +
      'Choose another engine by HOMEWORK_BACKEND.',
  )
}
