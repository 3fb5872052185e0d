/** Thrown by an experiment whose data are absent: the claim is then neither true nor false, but not run. */
export class NotRun extends Error {
  override readonly name = 'NotRun'
}
