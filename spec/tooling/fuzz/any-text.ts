import fc from 'fast-check'

/** What would move the cursor of a terminal, or end a line. */
export const controlCharacters = /[\p{Cc}\u2028\u2029]/u

/** Pieces that mean something to HTML, Markdown, XML, a terminal or a table. */
export const markup = [
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</script>',
    '</style>',
    '<!--',
    '-->',
    ']]>',
    '<b>',
  ],
  ...['"', "'", '&', '&lt;', '&#60;', '`', '```', '**', '__', '[x](javascript:alert(1))', '![x](y)', '|', '\\', '$x$'],
  ...['\u001b[2J', '\u0000', '\u0007', '\n', '\r', '\r\n', '\t', '\u0085', '\u2028', '# ', '- ', '1. ', '    ', '---'],
]

/** Text of any characters, in which pieces of markup are frequent. */
export const textOfAnyKind = fc
  .array(fc.oneof(fc.constantFrom(...markup), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 6 })
  .map((pieces) => pieces.join(''))

/** Cuts, repeats or replaces some characters of a text. */
export function mutationsOf(original: string, pieces: readonly string[]): fc.Arbitrary<string> {
  const place = fc.nat({ max: original.length })
  const middle = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 }))
  return fc
    .tuple(place, middle, place)
    .map(([start, replacement, end]) => original.slice(0, start) + replacement + original.slice(end))
}
