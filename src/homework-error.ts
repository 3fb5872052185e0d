/**
 * A mistake that the person at the keyboard can mend: a wrong switch, a missing engine, a damaged file.
 * Its message is one paragraph that names the value received and the remedy; it is shown without a stack.
 */
export class HomeworkError extends Error {
  override readonly name = 'HomeworkError'
}

/**
 * Ends the main process, which cannot go on, by an exit code of 1: with the words of a HomeworkError and no stack.
 *
 * @throws any other error as it is
 */
export function endBy(error: unknown): never {
  if (!(error instanceof HomeworkError)) throw error
  console.error(`\n${error.message}\n`)
  process.exit(1)
}
