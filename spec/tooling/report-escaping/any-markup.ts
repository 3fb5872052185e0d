import fc from 'fast-check'
import { markup, textOfAnyKind } from '../fuzz/any-text.ts'
import { seen } from './rendered.ts'

/** Beside each other, so that what one piece opens another may close. */
export const allMarkup = markup.join(' ')

/** GitHub and micromark make links of bare addresses, which is harmless, so none is drawn here. */
export const anyMarkup = fc
  .oneof(textOfAnyKind, fc.constantFrom(...markup))
  .map((drawn) => drawn.replace(/[@:]|www/g, ''))
  .filter((drawn) => seen(drawn).length > 2)
