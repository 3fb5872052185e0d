import { eggholder, halfWidth } from './function.ts'

/** Cells of a drawn surface along each axis: of two pixels each. */
export const surfaceCells = 80

/** The middles of the cells over the square, row by row from the least x2, each from the least x1: [cells², 2]. */
export function surfacePoints(cells = surfaceCells): Float64Array {
  const middle = (place: number) => halfWidth * ((2 * place + 1) / cells - 1)
  return Float64Array.from({ length: 2 * cells ** 2 }, (_, index) => {
    const cell = Math.floor(index / 2)
    return middle(index % 2 === 0 ? cell % cells : Math.floor(cell / cells))
  })
}

/** The function at the points, without noise: [cells²]. */
export function functionSurface(cells = surfaceCells): Float64Array {
  const points = surfacePoints(cells)
  return Float64Array.from({ length: cells ** 2 }, (_, cell) => eggholder(points[2 * cell]!, points[2 * cell + 1]!))
}
