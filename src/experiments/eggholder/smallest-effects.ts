/**
 * Differences of a root mean square error that would be of interest, in standard deviations of the target: a twentieth of what
 * a constant net is wrong by.
 */
export const ofRmse = 0.05
