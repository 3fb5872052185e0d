import { normalBetween } from '../src/statistics/new-sample.ts'

/**
 * Chances by adding up, and not by simulating: an error rate of 4e-6 would take a simulation of a hundred million claims. A
 * judge of counts is asked about every count there can be, and a judge of a mean, which sees nothing of normal values but
 * their mean and their spread, about every pair of these. Both are asked as they are, from outside.
 */

/** The chance that a binomial count is such. */
export function chanceOfCount(trials: number, rate: number, isSuch: (count: number) => boolean): number {
  let chance = 0
  for (let count = 0; count <= trials; count++) {
    // Most counts are too rare to be worth a question.
    const each = Math.exp(logChoose(trials, count) + times(count, rate) + times(trials - count, 1 - rate))
    if (each > negligible && isSuch(count)) chance += each
  }
  return chance
}

/** The chance that the counts of two outcomes which exclude each other are such. */
export function chanceOfTwoCounts(
  trials: number,
  [first, second]: readonly [number, number],
  isSuch: (first: number, second: number) => boolean,
): number {
  const others = 1 - first - second
  return chanceOfCounts(trials, first, (firsts) => {
    return chanceOfCounts(trials - firsts, second / (second + others), (seconds) => Number(isSuch(firsts, seconds)))
  })
}

/** The chance that two independent counts are such. */
export function chanceOfIndependentCounts(
  trials: readonly [number, number],
  rates: readonly [number, number],
  isSuch: (first: number, second: number) => boolean,
): number {
  return chanceOfCounts(trials[0], rates[0], (first) =>
    chanceOfCount(trials[1], rates[1], (second) => isSuch(first, second)),
  )
}

function chanceOfCounts(trials: number, rate: number, chanceOf: (count: number) => number): number {
  let chance = 0
  for (let count = 0; count <= trials; count++) {
    const each = Math.exp(logChoose(trials, count) + times(count, rate) + times(trials - count, 1 - rate))
    if (each > negligible) chance += each * chanceOf(count)
  }
  return chance
}

/** All that is left out together is below a thousandth of the smallest error rate in use. */
const negligible = 1e-13

/** log(rateᶜᵒᵘⁿᵗ), where 0⁰ is 1. */
function times(count: number, rate: number): number {
  return count === 0 ? 0 : count * Math.log(rate)
}

function logChoose(trials: number, count: number): number {
  let sum = 0
  for (let index = 1; index <= Math.min(count, trials - count); index++) {
    sum += Math.log((trials - index + 1) / index)
  }
  return sum
}

/** Values with exactly this mean and this standard deviation. */
export function valuesOf(count: number, mean: number, deviation: number): Float64Array {
  if (count % 2 === 1) throw new RangeError(`as many values lie above their mean as below, but there are ${count}`)
  const size = deviation * Math.sqrt((count - 1) / count)
  return Float64Array.from({ length: count }, (_, index) => mean + (index % 2 === 0 ? size : -size))
}

/** Of values; and that of their mean by itself, where it has a chance of its own besides theirs. */
interface NormalLaw {
  readonly mean: number
  readonly deviation: number
  readonly ofMean?: number
}

/**
 * The chance that so many normal values are such, if that depends on their mean and standard deviation alone. For each of
 * many spreads the ends of the means that are such are found by halving, and the normal law gives the chance between; over the
 * spreads the chances are averaged by the law of χ. On its logarithm the trapezoidal rule is as good as exact, unless what is
 * such jumps at one spread, whatever the mean.
 *
 * @param count - an even number
 * @param fineness - steps to the width of that law; a verdict on a single value, which the spread alone all but decides,
 *   takes more than one on the mean
 */
export function chanceOfNormalValues(
  count: number,
  { mean, deviation, ofMean = deviation / Math.sqrt(count) }: NormalLaw,
  isSuch: (values: Float64Array) => boolean,
  fineness = 2,
): number {
  const freedom = count - 1
  const step = 1 / (fineness * Math.sqrt(2 * freedom))
  const weightAt = (u: number) => Math.exp(freedom * (u + 0.5 - Math.exp(2 * u) / 2))
  let [sum, weights] = [0, 0]
  for (const direction of [step, -step]) {
    for (let u = direction > 0 ? 0 : direction; weightAt(u) > negligible; u += direction) {
      const spread = deviation * Math.exp(u)
      const chance = chanceOfMean((z) => isSuch(valuesOf(count, mean + z * ofMean, spread)))
      sum += weightAt(u) * chance
      weights += weightAt(u)
    }
  }
  return sum / weights
}

/** The chance that a standard normal value is such: intervals that are narrower than the first steps may be overlooked. */
function chanceOfMean(isSuch: (z: number) => boolean): number {
  const ends = [-farthest]
  const steps = 8
  const places = Array.from({ length: steps + 1 }, (_, place) => farthest * ((2 * place) / steps - 1))
  const such = places.map(isSuch)
  for (let place = 0; place < steps; place++) {
    if (such[place] !== such[place + 1]) ends.push(turn(isSuch, places[place]!, places[place + 1]!, such[place]!))
  }
  ends.push(farthest)
  let chance = 0
  for (let index = such[0] ? 0 : 1; index + 1 < ends.length; index += 2) {
    const outermost = (end: number, infinity: number) => (Math.abs(end) === farthest ? infinity : end)
    chance += normalBetween({
      low: outermost(ends[index]!, Number.NEGATIVE_INFINITY),
      high: outermost(ends[index + 1]!, Number.POSITIVE_INFINITY),
    })
  }
  return chance
}

/** Beyond it a normal value lies with the chance 1e-15. */
const farthest = 8

function turn(isSuch: (z: number) => boolean, from: number, to: number, first: boolean): number {
  let [before, behind] = [from, to]
  // To 3e-5 of a standard error, over which the tail of 4e-6 changes by a ten thousandth of itself.
  for (let step = 0; step < 16; step++) {
    const middle = (before + behind) / 2
    if (isSuch(middle) === first) before = middle
    else behind = middle
  }
  return (before + behind) / 2
}
