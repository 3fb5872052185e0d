import type { Weights } from '../../training/network-parameters.ts'

/** A net with one hidden layer on the line: offset + Σ coefficient · relu(factor · x + bias). */
export interface ShallowNet {
  readonly units: readonly { readonly factor: number; readonly bias: number; readonly coefficient: number }[]
  readonly offset: number
}

/**
 * How often the class can change along the line, for any weights. The output is continuous and has a kink for each unit at
 * most, so it consists of units + 1 straight pieces, and on a straight piece, its ends included, the class changes once at
 * most.
 *
 * One or two units do not get so far. All pieces would have to rise and fall by turns. On the first piece only units that
 * look left (of a negative factor) are not zero, on the last only the others, so there is one of each kind, or an outer
 * piece is flat. Between the kinks of the two either both are zero or both are not, and then the slope there is the sum
 * of the slopes outside, which would both have the opposite sign. Three units suffice: `zigzagNet` has all changes.
 */
export function mostChanges(units: number): number {
  return units < 3 ? units : units + 1
}

/**
 * The least errors that a net with one hidden layer makes on alternating points: exactly, as `zigzagNet` makes no more. A
 * class that changes c times comes in c + 1 runs at most, and of a run of r points, which alternate, ⌊r / 2⌋ are wrong or
 * more. That is at least (r − 1) / 2, and (points − c − 1) / 2 together. So no error needs points − 2 units.
 */
export function leastErrors(points: number, units: number): number {
  return Math.max(0, Math.ceil((points - mostChanges(units) - 1) / 2))
}

/**
 * A net with one hidden layer that makes the least errors: its class is right at the first points and changes no more
 * after them. At points · x = 0, 1, 2, … its output is −1, 1, 0, 1, 0, 1, …, with kinks at 1, 2, …, units; behind the last
 * it goes straight on. A net whose units all look right would be flat up to the first kink. Here the third looks left: its
 * slope of 2 is that of the first piece, and just what lacks where the second piece of slope 1 meets one of −1.
 *
 * One or two units do look right, and are −1 up to the first point.
 */
export function zigzagNet(points: number, units: number): ShallowNet {
  const twoSided = units >= 3
  return {
    units: Array.from({ length: units }, (_, index) => {
      const kink = index + (twoSided ? 1 : 0)
      const sign = kink % 2 === 0 ? 1 : -1
      if (!twoSided) return { factor: points, bias: -kink, coefficient: kink === 0 ? 2 : 3 * sign }
      const looksLeft = kink === 3
      const side = looksLeft ? -1 : 1
      return { factor: side * points, bias: -side * kink, coefficient: sign * (kink === 1 ? 3 : 2) }
    }),
    offset: twoSided ? 5 : -1,
  }
}

/** The net as two dense layers. */
export function weightsOf({ units, offset }: ShallowNet): Weights {
  const column = (value: (unit: ShallowNet['units'][number]) => number) => Float32Array.from(units, value)
  return [
    { kernel: column(({ factor }) => factor), bias: column(({ bias }) => bias) },
    { kernel: column(({ coefficient }) => coefficient), bias: Float32Array.of(offset) },
  ]
}
