/**
 * A negative twin: the same experiment and judge with exactly one field of the configuration changed. Its verdict must
 * differ from the pinned one, which proves that the spec can fail.
 */
export type Twin<Configuration> = {
  readonly [Field in keyof Configuration]: { readonly [Key in Field]: Configuration[Field] }
}[keyof Configuration]

/** A twin's configuration and, in words, what it changes: 'labels: zero-one'. */
export interface TwinConfiguration<Configuration> {
  readonly configuration: Configuration
  readonly changed: string
}

/**
 * @throws {TypeError} if the twin changes no field, more than one, an unknown one, or none in effect
 */
export function configureTwin<Configuration extends object>(
  configuration: Configuration,
  twin: Twin<Configuration>,
): TwinConfiguration<Configuration> {
  const fields = Object.keys(twin) as (keyof Configuration & string)[]
  if (fields.length !== 1) {
    throw new TypeError(`A twin changes exactly one field of the configuration, but this one changes ${fields.length}.`)
  }
  const field = fields[0]!
  if (!(field in configuration)) {
    throw new TypeError(`A twin changes a field of the configuration, but '${field}' is none of them.`)
  }
  const value = (twin as Partial<Configuration>)[field]
  if (JSON.stringify(value) === JSON.stringify(configuration[field])) {
    throw new TypeError(`The twin's '${field}' is what the claim has already: ${JSON.stringify(value)}.`)
  }
  return { configuration: { ...configuration, ...twin }, changed: `${field}: ${describe(value)}` }
}

/** In words rather than in JSON: people read it in the report. */
function describe(value: unknown): string {
  if (Array.isArray(value))
    return value.map((item) => (isPlain(item) ? `(${describe(item)})` : describe(item))).join(', ')
  if (isPlain(value)) {
    return Object.entries(value)
      .map(([name, part]) => `${name} ${describe(part)}`)
      .join(', ')
  }
  return String(value)
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
