/** The counts that a binomial law gives, with their chances; those left out have together less than 1e-22. */
export interface LikelyCounts {
  readonly first: number
  /** of `first` and of each count after it */
  readonly chances: Float64Array
  /** the chance of fewer */
  readonly below: (count: number) => number
  /** the chance of more */
  readonly above: (count: number) => number
}

/**
 * By the ratio of one chance to the next, from the likeliest count in both directions, so that small chances are as exact as
 * large ones.
 *
 * @param rate - in [0, 1]
 */
export function likelyCounts(trials: number, rate: number): LikelyCounts {
  const mode = Math.min(trials, Math.floor((trials + 1) * rate))
  const odds = rate / (1 - rate)
  const up = tail(trials - mode, (step) => ((trials - mode - step) / (mode + step + 1)) * odds)
  const down = tail(mode, (step) => (mode - step) / (trials - mode + step + 1) / odds)
  const relative = [...down.reverse(), 1, ...up]
  const all = relative.reduce((sum, each) => sum + each, 0)
  const chances = Float64Array.from(relative, (each) => each / all)
  const fewer = addedUp(chances)
  const more = addedUp(chances.toReversed())
  const first = mode - down.length
  const within = (count: number) => Math.max(0, Math.min(chances.length, count))
  return {
    first,
    chances,
    below: (count) => fewer[within(count - first)]!,
    above: (count) => more[within(first + chances.length - 1 - count)]!,
  }
}

/** Chances from the likeliest count on in one direction, each relative to it. */
function tail(steps: number, ratio: (step: number) => number): number[] {
  const chances: number[] = []
  let chance = 1
  for (let step = 0; step < steps; step++) {
    chance *= ratio(step)
    if (!(chance > 1e-25)) break
    chances.push(chance)
  }
  return chances
}

/** The sum of none, of the first, of the first two, … */
function addedUp(chances: Float64Array): Float64Array {
  const sums = new Float64Array(chances.length + 1)
  for (const [index, chance] of chances.entries()) sums[index + 1] = sums[index]! + chance
  return sums
}
