/**
 * A mistake that the person at the keyboard can mend: a wrong switch, a missing engine, a damaged file.
 * Its message is one paragraph that names the value received and the remedy; it is shown without a stack. Control
 * characters, which a file or a variable may have brought into it, are written out: they would move the cursor.
 */
export class HomeworkError extends Error {
  override readonly name = 'HomeworkError'

  constructor(message: string, options?: ErrorOptions) {
    super(message.replace(/[\p{Cc}\u2028\u2029]/gu, writtenOut), options)
  }
}

function writtenOut(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
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
