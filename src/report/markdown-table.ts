import { escapeText } from './markdown-text.ts'

/** A table in Markdown. Cells are Markdown too, in which a bar has to be escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** A table of plain text: markup in a cell stays text. */
export function tableOfText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownTable(
    head.map(escapeText),
    rows.map((cells) => cells.map(escapeText)),
  )
}
