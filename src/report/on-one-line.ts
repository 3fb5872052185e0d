/** Text that may come from anywhere: nothing in it moves the cursor or breaks a table. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
