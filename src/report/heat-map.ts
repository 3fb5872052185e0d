import type * as Plot from '@observablehq/plot'
import { type ColourLevels, levelOf } from './colour-levels.ts'
import type { Drawn } from './draw.ts'

/** Values over a rectangle, of which each has a cell of its own. */
export interface HeatMap {
  /** finite, row by row from the least y, each from the least x: [rows, columns] */
  readonly values: ArrayLike<number>
  readonly columns: number
  /** from the outer edge of the first cell to that of the last */
  readonly x: readonly [from: number, to: number]
  readonly y: readonly [from: number, to: number]
  readonly levels: ColourLevels
}

/**
 * A mark with a path for each colour, in which neighbours in a row are one line as wide as the row; an element for each
 * cell would take twenty times as much text. The scales need domains, as the mark brings none.
 */
export function heatMap({ values, columns, x, y, levels }: HeatMap): Plot.RenderFunction {
  const paths = pathsOf(values, columns, levels)
  const rows = values.length / columns
  return (_index, scales, _values, _dimensions, { document }) => {
    const element = (name: string, attributes: Readonly<Record<string, string>>): Drawn => {
      const created: Drawn = document.createElementNS('http://www.w3.org/2000/svg', name)
      for (const [attribute, value] of Object.entries(attributes)) created.setAttribute(attribute, value)
      return created
    }
    const [left, right] = x.map((edge) => scales.x!(edge))
    const [bottom, top] = y.map((edge) => scales.y!(edge))
    const scale = `scale(${(right - left) / columns},${(top - bottom) / rows})`
    const group = element('g', {
      'aria-label': 'heat map',
      // The lines run through the middles of their rows.
      transform: `translate(${left},${bottom}) ${scale} translate(0,0.5)`,
      // Without smooth edges, or the ground would shine through between the rows.
      'shape-rendering': 'crispEdges',
    })
    for (const [level, path] of paths.entries()) {
      if (path !== '') group.append(element('path', { stroke: levels.colours[level]!, d: path }))
    }
    return group
  }
}

/** The cells of each level, in units of a cell. */
function pathsOf(values: ArrayLike<number>, columns: number, levels: ColourLevels): string[] {
  const paths = levels.colours.map(() => '')
  let from = 0
  for (let cell = 1; cell <= values.length; cell++) {
    const level = levelOf(levels, values[from]!)
    if (cell % columns !== 0 && levelOf(levels, values[cell]!) === level) continue
    const [column, row] = [from % columns, Math.floor(from / columns)]
    paths[level] += `M${column} ${row}h${cell - from}`
    from = cell
  }
  return paths
}
