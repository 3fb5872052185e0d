/**
 * The mean at each place over several rows of values.
 *
 * @param rows - at least one, all of one length
 */
export function elementwiseMean(rows: readonly Float64Array[]): Float64Array {
  return rows[0]!.map((_, place) => rows.reduce((sum, row) => sum + row[place]!, 0) / rows.length)
}
