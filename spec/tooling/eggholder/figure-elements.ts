import { parseHTML } from 'linkedom'
import type { Figure } from '../../../src/report/figure.ts'

/** Each figure is parsed once. */
const parsed = new WeakMap<Figure, ReturnType<typeof parseHTML>>()

/** The elements of a figure that a selector finds. */
export function elements(figure: Figure, selector: string) {
  const { document } = parsed.get(figure) ?? parsed.set(figure, parseHTML(figure.svg)).get(figure)!
  return [...document.querySelectorAll(selector)]
}

/** One attribute of each of them, as numbers. */
export function numbers(figure: Figure, selector: string, name: string): number[] {
  return elements(figure, selector).map((element) => Number(element.getAttribute(name)))
}

/** What a figure says in its text elements. */
export function texts(figure: Figure): (string | null)[] {
  return elements(figure, 'text').map(({ textContent }) => textContent)
}

/** Where a linear axis places numbers: by its first label and its last. */
export function linearAxis(figure: Figure, axis: 'x' | 'y'): (value: number) => number {
  const labels = elements(figure, `[aria-label="${axis}-axis tick label"] text`).map((label) => {
    const [x, y] = label
      .getAttribute('transform')!
      .match(/-?[\d.]+/g)!
      .map(Number)
    return { at: axis === 'x' ? x! : y!, value: Number(label.textContent!.replace('−', '-')) }
  })
  const [first, last] = [labels[0]!, labels.at(-1)!]
  return (value) => first.at + ((value - first.value) / (last.value - first.value)) * (last.at - first.at)
}
