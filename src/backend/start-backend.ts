import { HomeworkError } from '../homework-error.ts'
import type { EngineName } from './engine.ts'

/**
 * Makes a registered tfjs backend the one that runs the tensors, and adds the kernels that it lacks or does slowly.
 *
 * @param engine - the engine's name, for the message
 * @param backend - the name under which tfjs knows the backend
 * @param remedy - what to do about an engine that does not start, for the message
 * @returns the `@tensorflow/tfjs` that now runs on it
 * @throws {HomeworkError} if the backend does not start
 */
export async function startBackend(
  engine: EngineName,
  backend: string,
  remedy: string,
): Promise<typeof import('@tensorflow/tfjs')> {
  const tf = await import('@tensorflow/tfjs')
  let started = false
  let cause: unknown
  try {
    started = await tf.setBackend(backend)
  } catch (error) {
    cause = error
  }
  if (!started) {
    throw new HomeworkError(
      `The engine ${engine} is installed but did not start. ${remedy}, or choose another engine by HOMEWORK_BACKEND.`,
      { cause },
    )
  }
  // Imported here and not above, because the kernels load tfjs, which the main process does without.
  const { installKernels } = await import('./kernels/install-kernels.ts')
  installKernels(backend)
  return tf
}
