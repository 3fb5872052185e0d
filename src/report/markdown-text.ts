import { onOneLine } from './on-one-line.ts'

/**
 * Text in Markdown, on one line: markup in it stays text, and so do entities and GitHub's formulas. No space is left at its
 * ends, where emphasis around it would not be one.
 */
export function escapeText(text: string): string {
  return onOneLine(text)
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&$]/g, (character) => `\\${character}`)
}

/** The same as a paragraph of its own, which begins no list, rule or block of code. */
export function escapeParagraph(text: string): string {
  return escapeText(text)
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}

/**
 * Text as an indented block of code, in which no markup needs to be escaped. It keeps its lines, whatever ends them: Markdown
 * takes a lone carriage return for the end of a line too, so that what follows would not be indented.
 */
export function codeBlock(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `    ${onOneLine(line)}`)
    .join('\n')
}
