import type * as tf from '@tensorflow/tfjs'
import { expectSums } from './close.ts'
import { onEngine } from './on-engine.ts'
import { absolute, type Field, sizes, type Twin, type Values } from './twin/field.ts'
import { derivativesIn, type Variable } from './twin-gradient.ts'

/** A layer that is linear in each of what it takes, so that its output and its gradients are sums of products. */
export interface LinearLayer {
  readonly name: string
  /** what it takes, in this order */
  readonly variables: readonly Variable[]
  readonly onEngine: (...given: tf.Tensor[]) => tf.Tensor
  readonly twin: (...given: Field[]) => Twin
  /** how often a product is rounded at most: in the output, then in each derivative */
  readonly roundings: readonly number[]
}

/** Asserts that the engine that is open gives the output and the gradients of the twin. */
export async function expectTwinOnEngine(layer: LinearLayer, given: readonly Field[], after: Values): Promise<void> {
  const { name, variables, twin, roundings } = layer
  const { value, gradients } = await onEngine(layer.onEngine, given, after)
  const [exact, magnitude] = [twin(...given), twin(...given.map(absolute))]
  const expected = derivativesIn(exact.back(after), variables)
  const magnitudes = derivativesIn(magnitude.back(sizes(after)), variables)
  expectSums(`the output of ${name}`, value, exact.output.values, roundings[0]!, magnitude.output.values)
  for (const [index, variable] of variables.entries()) {
    const what = `the gradient of ${name} in its ${variable}`
    expectSums(what, gradients[index]!, expected[index]!, roundings[index + 1]!, magnitudes[index]!)
  }
}
