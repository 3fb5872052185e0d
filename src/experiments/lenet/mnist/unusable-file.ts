/** A file, or what came in its place, is not the published one; the message names it and says why. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile'

  /**
   * @param place - a path or an address
   * @param fault - a clause, in which 'it' is the file
   */
  constructor(place: string, fault: string, options?: ErrorOptions) {
    super(`${place}: ${fault}`, options)
  }
}
