/**
 * What a failed test says, in a line: the first of its message, without the name of the error's class, which says no more to
 * a reader. That of fast-check says only that a property failed, so the counterexample is added.
 */
export function headline(message: string): string {
  const lines = message.split('\n').map((line) => line.trim())
  const first = lines[0]!.replace(/^\w*Error: /, '')
  const counterexample = lines.find((line) => line.startsWith('Counterexample: '))
  return first.startsWith('Property failed') && counterexample !== undefined ? `${first}. ${counterexample}` : first
}
