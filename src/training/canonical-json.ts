/**
 * JSON text that is equal for equal values: the names in an object are sorted, −0 is told from 0, and whatever JSON
 * would drop or change in silence is refused.
 *
 * @param value - null, booleans, finite numbers, strings, and arrays and plain objects of these, without cycles
 * @throws {TypeError} if a part of the value is anything else (undefined, NaN, a typed array, …); it names the path
 * @example canonicalJson({ b: [1, 'x'], a: null }) // '{"a":null,"b":[1,"x"]}'
 */
export function canonicalJson(value: unknown, path = 'value'): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value)
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => canonicalJson(item, `${path}[${index}]`)).join(',')}]`
  }
  if (isPlainObject(value)) {
    const entry = (name: string) => `${JSON.stringify(name)}:${canonicalJson(value[name], `${path}.${name}`)}`
    return `{${Object.keys(value).sort().map(entry).join(',')}}`
  }
  throw new TypeError(`${path} has no form in JSON: it is ${describe(value)}`)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function describe(value: unknown): string {
  return typeof value === 'object'
    ? `an instance of ${value?.constructor?.name}`
    : `the ${typeof value} ${String(value)}`
}
