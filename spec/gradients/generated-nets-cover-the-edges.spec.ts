import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertySeed } from '../../src/random/property-seed.ts'
import { readSwitches } from '../../src/switches.ts'
import { covers } from './covers.ts'
import { deepNetCases, drawReluNets, eggholderCases, lenetCases, reluNetCases } from './net-cases.ts'
import { layerOutputs } from './twin/network.ts'

covers('ReLU nets', reluNetCases, [
  ['have a batch of one', 1 / 6, ({ examples }) => examples === 1],
  ['are nets of an ensemble', 2 / 3, ({ nets }) => nets > 1],
  ['have a width of 2, as in the homework', 2 / 5, ({ shape }) => shape.width === 2],
  ['have a width of 1', 1 / 5, ({ shape }) => shape.width === 1],
  ['have ten hidden layers, as in the homework', 1 / 10, ({ shape }) => shape.hiddenLayers === 10],
  ['are leaky', 1 / 2, ({ shape }) => typeof shape.activation === 'object'],
])

covers('Eggholder nets', eggholderCases, [
  ['have a batch of one', 1 / 6, ({ examples }) => examples === 1],
  ['have batch normalisation', 1 / 2, ({ shape }) => shape.normalised],
  ['have batch normalisation and a batch of one', 1 / 12, ({ shape, examples }) => shape.normalised && examples === 1],
  ['have a layer of one unit', 1 / 6, ({ shape }) => shape.hidden.includes(1)],
])

covers('deep nets', deepNetCases, [
  ['have a batch of one', 1 / 6, ({ examples }) => examples === 1],
  ['have small weights', 1 / 4, ({ shape }) => shape.gain < 1],
  ['have large weights', 1 / 2, ({ shape }) => shape.gain > 1],
])

covers('LeNet-5', lenetCases('plain'), [['have a batch of one', 1 / 4, ({ examples }) => examples === 1]])

test('half of the ReLU nets have a unit that is on for some of the examples and off for others', {
  timeout: 60_000,
}, () => {
  const cases = fc.sample(reluNetCases, {
    numRuns: 200,
    seed: propertySeed(readSwitches(process.env).seed, 'units on and off'),
  })
  const mixed = cases.filter((given) => {
    const [net] = drawReluNets(given)
    return layerOutputs(net!.network, net!.weights, net!.batch.inputs, net!.masks)
      .slice(0, -1)
      .some(({ shape, values }) => {
        const units = shape[1]!
        const signs = Array.from({ length: units }, () => new Set<boolean>())
        for (const [index, value] of Array.from(values).entries()) signs[index % units]!.add(value > 0)
        return signs.some(({ size }) => size === 2)
      })
  })
  expect(mixed.length / cases.length).toBeGreaterThan(1 / 2)
})
