/** What a reader makes of its input: the value, or the error that it throws. */
export function attempt<T>(read: () => T): T | Error {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}
