/**
 * A mistake that the person at the keyboard can mend: a wrong switch, a missing engine, a damaged file.
 * Its message is one paragraph that names the value received and the remedy; it is shown without a stack.
 */
export class HomeworkError extends Error {
  override readonly name = 'HomeworkError'
}
