import * as Plot from '@observablehq/plot'
import { colours } from './draw.ts'

/** Numbers by colours: equal steps from `low` to `high`; what lies beyond has the colour of that end. */
export interface ColourLevels {
  readonly low: number
  readonly high: number
  /** of each level, from the lowest */
  readonly colours: readonly string[]
}

/** From dark to light, for values of any kind: viridis, which people with any colour vision can read. */
export function sequentialLevels(low: number, high: number, count: number): ColourLevels {
  return levelsOf(low, high, count, { type: 'linear', scheme: 'viridis' })
}

/** For what lies on either side of 0: blue below, orange above. */
export function divergingLevels(reach: number, count: number): ColourLevels {
  const range = [colours.blue, '#f4f4f4', colours.orange]
  return levelsOf(-reach, reach, count, { type: 'linear', domain: [0, 0.5, 1], range, interpolate: 'lab' })
}

function levelsOf(low: number, high: number, count: number, color: Plot.ScaleOptions): ColourLevels {
  const scale = Plot.scale({ color: { domain: [0, 1], ...color } })
  return { low, high, colours: Array.from({ length: count }, (_, level) => scale.apply(level / (count - 1))) }
}

/** The place of a value's colour. */
export function levelOf({ low, high, colours }: ColourLevels, value: number): number {
  const level = Math.floor(((value - low) / (high - low)) * colours.length)
  return Math.max(0, Math.min(colours.length - 1, level))
}
