import { expect } from 'vitest'
import { randomStream, type Stream } from '../../src/random/stream.ts'
import { allowance, float32Backpropagation } from '../../src/tolerances.ts'
import { entriesOf, isTrainable, type LayerParameters, parameterShapes } from '../../src/training/network-parameters.ts'
import { expectDerivative } from './derivative.ts'
import { noteDeviation } from './deviation.ts'
import type { DrawnNet } from './drawn-net.ts'
import { type Field, product, type Round, sizeOf, type Values } from './twin/field.ts'
import { backpropagate, lossOf } from './twin/network.ts'
import { along, unitDirection } from './twin-gradient.ts'
import { type NetValues, valuesOfTwin } from './whole-nets.ts'

/**
 * Asserts that the twin's gradient of a whole net is that of its loss along one random unit direction in all trainable
 * parameters, by central differences and by the order of the Taylor remainder.
 */
export function expectNetDerivative({ network, loss, weights, batch, masks }: DrawnNet, stream: Stream): void {
  const trainable = entriesOf(weights).filter(({ name }) => isTrainable(name))
  const direction = unitDirection(
    stream,
    trainable.map(({ value }): Field => ({ shape: [value.length], values: value })),
  )
  const { gradients, loss: start } = backpropagate(network, loss, weights, batch, masks)
  const at = (t: number) => {
    const moved: LayerParameters<Values>[] = weights.map((layer) => ({ ...layer }))
    for (const [index, { layer, name, value }] of trainable.entries()) {
      moved[layer] = { ...moved[layer], [name]: direction[index]!.map((step, place) => value[place]! + t * step) }
    }
    return lossOf(network, loss, moved, batch, masks)
  }
  const derivatives = trainable.map(({ layer, name }) => gradients[layer]![name]!)
  expectDerivative({ at, size: 1 + start }, along(derivatives, direction))
}

/** Asserts that an engine gives what the twin gives, each gradient by its norm: see float32Backpropagation. */
export function expectNetValues(net: DrawnNet, values: NetValues): void {
  const errors = errorsOf(net, values)
  for (const { error, allowed } of errors) noteDeviation(error, 0, { kind: 'abs', size: allowed })
  const wrong = errors.filter(({ error, allowed }) => !(error <= allowed))
  expect(wrong.map(({ name, error, allowed }) => `${name} is off by ${error}, more than ${allowed}`)).toEqual([])
}

/** Asserts that an engine gives twice the same, but for rounding, in all that both give. */
export function expectSameNetValues(net: DrawnNet, first: NetValues, second: NetValues): void {
  const off = errorsOf(net, first)
    .filter(({ name }) => second.has(name))
    .map(({ name, allowed }) => ({ name, allowed, error: distance(second.get(name)!, first.get(name)!) }))
  expect(off.length).toBe(second.size)
  for (const { error, allowed } of off) noteDeviation(error, 0, { kind: 'abs', size: 2 * allowed })
  expect(off.filter(({ error, allowed }) => !(error <= 2 * allowed))).toEqual([])
}

/** How far an engine's values are off, and may be. */
export function errorsOf(net: DrawnNet, values: NetValues) {
  const twin = valuesOfTwin(net)
  const shaken = Array.from({ length: shakes }, (_, shake) => valuesOfTwin(net, shaking(shake)))
  const terms = longestSum(net)
  expect([...values.keys()]).toEqual([...twin.keys()])
  return Array.from(twin, ([name, exact]) => {
    const changes = shaken.map((other) => distance(other.get(name)!, exact) / share)
    const spread = Math.sqrt(changes.reduce((sum, change) => sum + change ** 2, 0) / shakes) + norm(exact)
    const allowed = allowance(0, float32Backpropagation(terms, spread))
    return { name, error: distance(values.get(name)!, exact), allowed }
  })
}

const shakes = 4

/** So small that the change is in proportion to it and passes no kink, and far above float64's own rounding. */
const share = 2 ** -20

/** Moves each number by a random share of itself. */
function shaking(shake: number): Round {
  const stream = randomStream('shares of rounding', shake)
  return (values) => Float64Array.from(values, (value) => value * (1 + share * stream.normal()))
}

/** The terms of the longest sum: over the inputs of a unit, its outputs, or the places of a batch. */
function longestSum({ network, batch }: DrawnNet): number {
  const examples = batch.inputs.shape[0]!
  const sums = parameterShapes(network).flatMap(({ kernel }) =>
    kernel === undefined ? [] : [sizeOf(kernel.slice(0, -1)), sizeOf(kernel) / kernel.at(-2)!],
  )
  return Math.max(examples * sizeOf(network.input.slice(0, 2)), ...sums)
}

function norm(values: Values): number {
  return Math.sqrt(product(values, values))
}

function distance(values: Values, expected: Values): number {
  return norm(Float64Array.from(expected, (wanted, index) => values[index]! - wanted))
}
