/** Text in Markdown, on one line: markup in it stays text. */
export function escapeText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (character) => `\\${character}`).replace(/\s*\n\s*/g, ' ')
}
