import type { Reply } from '../backend/ask-child.ts'
import type { TensorflowAnswer } from '../backend/native-tensorflow.ts'
import type { Variant } from './variant.ts'

/** Loads the package in a folder and says what it runs on. */
export type AskEngine = (folder: string) => Promise<Reply<TensorflowAnswer>>

/**
 * Loads an engine in a process of its own.
 *
 * @param folder - of its npm package
 * @returns what it says of itself, or why it is not the engine that is pinned
 */
export async function loadEngine(
  folder: string,
  { tensorflow }: Variant,
  ask: AskEngine,
): Promise<TensorflowAnswer | { readonly fault: string }> {
  const reply = await ask(folder)
  if ('failure' in reply) return { fault: `it does not load: ${reply.failure}` }
  const { version } = reply.answer
  return version === tensorflow ? reply.answer : { fault: `it loads TensorFlow ${version} and not ${tensorflow}` }
}
