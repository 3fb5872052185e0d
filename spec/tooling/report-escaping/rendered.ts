import type { parseHTML } from 'linkedom'

export type HtmlDocument = ReturnType<typeof parseHTML>['document']

/** What a person sees: white space aside, and without what no screen shows. */
export const seen = (text: string | null) => (text ?? '').replace(/[\s\p{Cc}\u2028\u2029]+/gu, '')

/** How often a text is seen in another one. */
export const times = (text: string, within: string | null) => seen(within).split(seen(text)).length - 1

/** The elements and attributes of a page, by their names alone: what no text may add to. */
export function structureOf(document: HtmlDocument): string[] {
  return [...document.querySelectorAll('*')].map((element) => {
    const names = [...element.attributes].map(({ name }) => name).sort()
    return [element.tagName.toLowerCase(), ...names].join(' ')
  })
}
