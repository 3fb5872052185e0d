/** The smallest effects that anybody would care about in Problem 1, one for each quantity. */
export const smallestEffects = {
  /** five of the 1000 test points: of an accuracy, or of a disagreement */
  testPoints: 0.005,
  /** a gap is as coarse as its 20 training points: a fifth of one of them */
  generalisationGap: 0.01,
  /** turning a boundary at 45 degrees by this much sweeps nine of 1000 points */
  degrees: 0.5,
  epochs: 1,
} as const
