import type { Interval } from '../../statistics/interval.ts'
import type { Weights } from '../../training/network-parameters.ts'

/** A part of the domain on which each unit of a layer is an affine function of the net's input. */
interface Piece extends Interval {
  /** [units]; of a silent unit 0 */
  readonly slopes: readonly number[]
  /** [units]; of a silent unit 0 */
  readonly offsets: readonly number[]
}

/**
 * Where a ReLU net on numbers is alive: the parts of a domain on which some hidden path is active, that is one unit in
 * every hidden layer. Elsewhere a whole layer is silent, nothing of the input passes it and no gradient reaches what is
 * below it. A net that is alive nowhere is dead: continuous and without slope, it is constant on the whole domain.
 *
 * Exact but for float64's rounding: a ReLU net on a line is affine in pieces, and the pieces are followed through the
 * layers.
 *
 * @param weights - of dense layers; the last one is the output, which has no activation
 */
export function aliveOn(weights: Weights, domain: Interval): Interval[] {
  let pieces: Piece[] = [{ ...domain, slopes: [1], offsets: [0] }]
  for (const { kernel, bias } of weights.slice(0, -1)) {
    pieces = pieces.flatMap((piece) => throughLayer(piece, kernel!, bias!))
  }
  return pieces.map(({ low, high }) => ({ low, high }))
}

function throughLayer({ low, high, slopes, offsets }: Piece, kernel: Float32Array, bias: Float32Array): Piece[] {
  const units = Array.from(bias, (offset, unit) => {
    const weightOf = (from: number) => kernel[from * bias.length + unit]!
    return {
      slope: slopes.reduce((sum, slope, from) => sum + slope * weightOf(from), 0),
      offset: offsets.reduce((sum, each, from) => sum + each * weightOf(from), offset),
    }
  })
  // Of kinks that coincide one is enough; 0 − 0 is 0, where −0 would be another number.
  const kinks = units.map(({ slope, offset }) => (0 - offset) / slope).filter((kink) => kink > low && kink < high)
  const cuts = [...new Set([low, ...kinks.sort((a, b) => a - b), high])]
  return cuts.slice(1).flatMap((right, index) => {
    const left = cuts[index]!
    const middle = (left + right) / 2
    const active = units.map(({ slope, offset }) => slope * middle + offset > 0)
    if (!active.includes(true)) return []
    return {
      low: left,
      high: right,
      slopes: units.map(({ slope }, unit) => (active[unit] ? slope : 0)),
      offsets: units.map(({ offset }, unit) => (active[unit] ? offset : 0)),
    }
  })
}
