/**
 * Differences of a root mean square error that would be of interest, in standard deviations of the target: a twentieth of what
 * a constant net is wrong by.
 */
export const ofRmse = 0.05

/** The same for mean square errors near one that was printed: from `ofRmse` below its root to as far above it. */
export function ofMeanSquareNear(printed: number): number {
  return 4 * ofRmse * Math.sqrt(printed)
}
