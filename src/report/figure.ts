/** A finished drawing of a claim. */
export interface Figure {
  /** file name without ending: lower-case letters, digits and hyphens, unique within its claim */
  readonly name: string
  /** states the finding in a sentence */
  readonly caption: string
  /** a whole SVG document */
  readonly svg: string
}
