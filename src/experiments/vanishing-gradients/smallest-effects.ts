/** The smallest effects that anybody would care about in question 1, one for each quantity. */
export const smallestEffects = {
  /** of a ratio of gradients: a factor of two, in decades */
  decades: 0.3,
  /** of the loss of the best constant: a fiftieth */
  lossLeft: 0.02,
} as const

/** "Near zero", in decades: a gradient a thousand times smaller than another. */
export const nearZero = -3

/** What counts as vanishing, or exploding, beside a shallow net: a gradient more than ten times as small, or as large. */
export const tenfold = 1

/** A net that leaves more than this share of the best constant's loss has learnt nothing, or very slowly. */
export const hardlyLearnt = 0.9
