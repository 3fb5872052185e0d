import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Figure } from './figure.ts'
import { inWords } from './in-words.ts'

/** Colours that people with any colour vision tell apart, on light and on dark ground (Okabe and Ito, 2008). */
export const colours = { blue: '#0072b2', orange: '#d55e00', green: '#009e73', grey: '#8a8a8a' } as const

export interface Drawing extends Plot.PlotOptions {
  readonly name: string
  /** states the finding; also the drawing's text for people who do not see it; names of metrics become words */
  readonly caption: string
}

/** An SVG in an `img` sees no style of its page, so it brings its own, for light and for dark. */
const style = `
  .figure { color: #1f2328; background: #ffffff; --plot-background: #ffffff; font: 12px system-ui, sans-serif }
  @media (prefers-color-scheme: dark) {
    .figure { color: #e6edf3; background: #16191d; --plot-background: #16191d }
  }`

/**
 * Draws on the server with Observable Plot: the same options give the same bytes.
 *
 * @example draw({ name: 'losses', caption: 'The loss falls.', marks: [Plot.lineY(losses)] })
 */
export function draw({ name, caption, ...options }: Drawing): Figure {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  return finish(document, plot(document, options), name, caption)
}

/** Several plots in one drawing, each with scales of its own. */
export interface PanelDrawing extends Pick<Drawing, 'name' | 'caption'> {
  /** in rows from the left, all of one size */
  readonly panels: readonly Plot.PlotOptions[]
  readonly columns: number
  /** of one panel, in pixels */
  readonly width: number
  readonly height: number
}

/** Draws plots side by side and row by row, as `draw` draws one. */
export function drawPanels({ name, caption, panels, columns, width, height }: PanelDrawing): Figure {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const svg: Drawn = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const sides = { width: columns * width, height: Math.ceil(panels.length / columns) * height }
  svg.setAttribute('class', 'figure')
  svg.setAttribute('viewBox', `0 0 ${sides.width} ${sides.height}`)
  for (const [side, pixels] of Object.entries(sides)) svg.setAttribute(side, String(pixels))
  for (const [index, options] of panels.entries()) {
    const panel = plot(document, { ...options, width, height })
    panel.setAttribute('x', String((index % columns) * width))
    panel.setAttribute('y', String(Math.floor(index / columns) * height))
    svg.append(panel)
  }
  return finish(document, svg, name, caption)
}

type HtmlDocument = ReturnType<typeof parseHTML>['document']

function plot(document: HtmlDocument, options: Plot.PlotOptions): Drawn {
  const drawn = Plot.plot({
    // Plot's types want the DOM's own document, which linkedom implements without being it.
    document: document as never,
    className: 'figure',
    width: 720,
    marginTop: 36,
    marginBottom: 44,
    marginLeft: 60,
    ...options,
  })
  const svg = drawn.tagName.toLowerCase() === 'svg' ? drawn : drawn.querySelector('svg.figure')!
  if (svg !== drawn) placeLegend(svg, drawn.querySelector('svg.figure-ramp'))
  return svg
}

function finish(document: HtmlDocument, svg: Drawn, name: string, finding: string): Figure {
  const caption = inWords(finding)
  // In an HTML document linkedom leaves these as they are, and a file of SVG would not be one.
  svg.setAttribute('aria-label', caption.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  svg.setAttribute('role', 'img')
  const look: Drawn = document.createElement('style')
  look.textContent = style
  // Last, so that it wins over the style that Plot brings.
  svg.append(look)
  return { name, caption, svg: svg.outerHTML.replace(notInXml, ' ') }
}

/** Control characters but for the tab and the ends of lines: XML 1.0 has no way to write them. */
const notInXml = /[^\P{Cc}\t\n\r]/gu

/** What is used of an SVG element; the DOM's types would bring a browser's globals into every file. */
export interface Drawn {
  textContent: string | null
  readonly outerHTML: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  append(child: Drawn): void
}

/** Plot sets a legend beside the drawing, in HTML; a lone SVG carries it inside, below the axes. */
function placeLegend(svg: Drawn, legend: Drawn | null): void {
  if (legend === null) return
  const [width, height] = ['width', 'height'].map((side) => Number(svg.getAttribute(side)))
  const total = height! + Number(legend.getAttribute('height')) + 8
  svg.setAttribute('height', String(total))
  svg.setAttribute('viewBox', `0 0 ${width} ${total}`)
  // The drawing centres its text, and a legend inside would inherit that.
  legend.setAttribute('text-anchor', 'start')
  legend.setAttribute('x', '60')
  legend.setAttribute('y', String(height))
  svg.append(legend)
}
