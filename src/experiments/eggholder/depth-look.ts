import * as Plot from '@observablehq/plot'
import { colours } from '../../report/draw.ts'

const strokes: Readonly<Record<number, string>> = { 1: colours.orange, 2: colours.blue, 3: colours.green }

/** The colour of a depth in every figure of Problem 4. */
export function depthColour(hiddenLayers: number): string {
  return strokes[hiddenLayers] ?? colours.grey
}

/** '1 hidden layer', '2 hidden layers'. */
export function depthInWords(hiddenLayers: number): string {
  return `${hiddenLayers} hidden layer${hiddenLayers === 1 ? '' : 's'}`
}

/** The title of the panel with nets of one kind. */
export function panelOf(normalised: boolean): string {
  return normalised ? 'with BatchNorm' : 'without BatchNorm'
}

/** The titles of the panels that a figure has, from the left. */
export function panelsOf(nets: readonly { readonly normalised: boolean }[]): string[] {
  return [false, true].filter((kind) => nets.some(({ normalised }) => normalised === kind)).map(panelOf)
}

/** A line of a key, in its colour. */
export interface KeyLine {
  readonly text: string
  readonly fill: string
}

/** The depths that there are, shallow ones first. */
export function depthsOf(nets: readonly { readonly hiddenLayers: number }[]): number[] {
  return [...new Set(nets.map(({ hiddenLayers }) => hiddenLayers))].sort((a, b) => a - b)
}

/** What the colours of the depths mean. */
export function depthKey(nets: readonly { readonly hiddenLayers: number }[]): KeyLine[] {
  return depthsOf(nets).map((depth) => ({ text: depthInWords(depth), fill: depthColour(depth) }))
}

/** The lines of a key below a panel, where no curve is. */
export function keyBelow(panel: string, lines: readonly KeyLine[]): Plot.Markish[] {
  return lines.map(({ text, fill }, place) =>
    Plot.text([text], {
      ariaDescription: 'key',
      fx: [panel],
      text: [text],
      frameAnchor: 'bottom-left',
      dy: 62 + 18 * place,
      fill,
      fontWeight: 'bold',
    }),
  )
}

/** The layout of a figure of panels with a key below: room for its lines, and the title of the x axis above them. */
export function layoutWithKey(lines: number, x: Plot.ScaleOptions): Plot.PlotOptions {
  const key = 18 * lines
  return { height: 356 + key, marginTop: 46, marginBottom: 52 + key, x: { ...x, labelOffset: 42 } }
}
