import type { Stream } from '../../src/random/stream.ts'
import type { ParameterName } from '../../src/training/network-parameters.ts'
import { expectDerivative } from './derivative.ts'
import { drawField } from './draw.ts'
import { type Derivatives, type Field, product, sizeOf, sizes, type Twin, type Values } from './twin/field.ts'

/** What a twin is differentiated in: its input, then its parameters. */
export type Variable = 'input' | ParameterName

/** The derivatives of a twin, in the order asked for. */
export function derivativesIn({ input, parameters }: Derivatives, variables: readonly Variable[]): Float64Array[] {
  return variables.map((variable) => (variable === 'input' ? input : parameters[variable]!))
}

/**
 * Asserts that the way back of a twin is its gradient: that of Σ after · output along one random unit direction in all
 * that the twin takes, by central differences and by the order of the Taylor remainder.
 *
 * @param variables - the names of what is given
 */
export function expectWayBack(
  twin: (...given: Field[]) => Twin,
  variables: readonly Variable[],
  given: readonly Field[],
  stream: Stream,
): void {
  const { output, back } = twin(...given)
  const after = drawField(stream.stream('after'), output.shape).values
  const direction = unitDirection(stream.stream('direction'), given)
  const derivatives = derivativesIn(back(after), variables)
  const line = {
    at: (t: number) => product(after, twin(...moved(given, direction, t)).output.values),
    size: product(sizes(after), sizes(output.values)),
  }
  expectDerivative(line, along(derivatives, direction))
}

/** A random direction of length 1 in all values of some fields. */
export function unitDirection(stream: Stream, fields: readonly Field[]): Float64Array[] {
  const parts = fields.map(({ shape }) => stream.fillNormal(new Float64Array(sizeOf(shape))))
  const length = Math.sqrt(parts.reduce((sum, part) => sum + product(part, part), 0))
  return parts.map((part) => part.map((value) => value / length))
}

/** The derivative along a direction. */
export function along(derivatives: readonly Values[], direction: readonly Values[]): number {
  return derivatives.reduce((sum, values, index) => sum + product(values, direction[index]!), 0)
}

function moved(given: readonly Field[], direction: readonly Float64Array[], t: number): Field[] {
  return given.map(({ shape, values }, index) => {
    return { shape, values: direction[index]!.map((step, place) => values[place]! + t * step) }
  })
}
