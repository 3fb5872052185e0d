/** What differs in a claim between two reports. */
export type Difference =
  /** reproduced and refuted have changed places */
  | 'flipped'
  /** a finding has lost its evidence */
  | 'lost'
  /** a claim that was undecided has a verdict */
  | 'decided'
  /** the gate is red for a claim that passed: its twin or its stored metrics */
  | 'red'
  /** a metric is out of tolerance, vanished or new */
  | 'metric'
  | 'vanished'
  | 'added'

export interface Change {
  /** as the claim is called in messages */
  readonly claim: string
  readonly difference: Difference
  readonly words: string
  /** whether it is one that a gate should stop at */
  readonly regressed: boolean
}

/** A change before it is known in which claim. */
export type ChangeOfClaim = Omit<Change, 'claim'>
