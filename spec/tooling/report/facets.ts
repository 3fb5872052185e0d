import { parseHTML } from 'linkedom'
import type { Figure } from '../../../src/report/figure.ts'

/** The attributes of an SVG element. */
export type Shape = Readonly<Record<string, string>>

/** What a figure draws in each of its facets, by the facet's title: the shapes of a mark, or its text. */
export function facets({ svg }: Figure, axis: 'fx' | 'fy') {
  const { document } = parseHTML(svg)
  const groups = (name: string) => [
    ...document.querySelectorAll(`[aria-label="${name}"] > g, [aria-description="${name}"] > g`),
  ]
  const titles = new Map(
    groups(`${axis}-axis tick label`).map((group) => [group.getAttribute('transform'), group.textContent]),
  )
  const titleOf = (group: ReturnType<typeof groups>[number]) => String(titles.get(group.getAttribute('transform')))
  return {
    shapes: (mark: string, tag: string): Record<string, Shape[]> =>
      Object.fromEntries(
        groups(mark).map((group) => [
          titleOf(group),
          [...group.querySelectorAll(tag)].map((shape) =>
            Object.fromEntries([...shape.attributes].map(({ name, value }) => [name, value])),
          ),
        ]),
      ),
    texts: (mark: string): Record<string, string | null> =>
      Object.fromEntries(groups(mark).map((group) => [titleOf(group), group.textContent])),
  }
}
