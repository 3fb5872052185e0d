import { stripVTControlCharacters } from 'node:util'

/** A table as lines of text: each column is as wide as its widest cell. Colours take no room. */
export function alignColumns(table: readonly (readonly string[])[]): string[] {
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => visible(row[column]!))))
  return table.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(widths[column]! - visible(cell)))
      .join('  ')
      .trimEnd(),
  )
}

function visible(text: string): number {
  return stripVTControlCharacters(text).length
}
