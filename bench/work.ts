/** Something that users wait for, small enough to be repeated. The contenders in Python know it by its key. */
export interface Work {
  readonly key: string
  readonly name: string
  /** what one unit of it is called, and how many a round does */
  readonly unit: string
  readonly units: number
  /** what can be done at the same time by several processes; most works are of one part */
  readonly parts: readonly Part[]
}

/** Draws the data once; a round then trains from them, from uploading to reading the weights. */
export type Part = () => Round

/** A round by this project, and one by tfjs's own layers, which may do a part of the work and count it up. */
export interface Round {
  own(): Promise<unknown>
  readonly stock: { readonly train: () => Promise<unknown>; readonly shareOfWork: number }
}
