/** How the cost of a unit changes with the size. */
export interface ShapeOfGrowth {
  /** the size from which on a unit costs at most a quarter more than where it costs least */
  readonly efficientFrom: number
  /** the first size after the cheapest at which a unit costs over a quarter more again; null if there is none */
  readonly worseFrom: number | null
}

const tolerated = 1.25

/**
 * @param sizes - in ascending order
 * @param costs - seconds for a unit, by size; as many
 */
export function shapeOfGrowth(sizes: readonly number[], costs: readonly number[]): ShapeOfGrowth {
  const least = Math.min(...costs)
  const dear = costs.map((cost) => cost > tolerated * least)
  const cheapest = costs.indexOf(least)
  const worse = dear.indexOf(true, cheapest)
  return {
    efficientFrom: sizes[dear.lastIndexOf(true, cheapest) + 1]!,
    worseFrom: worse < 0 ? null : sizes[worse]!,
  }
}
