import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertySeed } from '../../src/random/property-seed.ts'
import { readSwitches } from '../../src/switches.ts'
import {
  type CaseOf,
  convolutionCases,
  denseCases,
  normalisationCases,
  poolingCases,
  stridedConvolutionCases,
  stridedPoolingCases,
} from './cases.ts'
import { deepNetCases, drawReluNets, eggholderCases, lenetCases, reluNetCases } from './net-cases.ts'
import { layerOutputs } from './twin/network.ts'

const { seed } = readSwitches(process.env)
const count = 2000

/**
 * The shares that arbitraries have by their definition, or somewhat more, since fast-check prefers the bounds of a range.
 * A share of p is off by 6·√(p / count) or more with a probability below 1e-8; it is asserted to be at least p less that.
 */
type Edges<Case> = readonly (readonly [edge: string, share: number, is: (value: Case) => boolean])[]

function covers<Case>(what: string, arbitrary: fc.Arbitrary<Case>, edges: Edges<Case>): void {
  describe(`cases of ${what}`, () => {
    const cases = fc.sample(arbitrary, { numRuns: count, seed: propertySeed(seed, what) })
    test.each(edges)('%s in a share of %f', (_edge, share, is) => {
      expect(cases.filter(is).length / count).toBeGreaterThan(share - 6 * Math.sqrt(share / count))
    })
  })
}

covers('a dense layer', denseCases, [
  ['have a batch of one', 1 / 6, ({ batch }) => batch === 1],
  ['have one input', 1 / 8, ({ inputs }) => inputs === 1],
  ['have one unit', 1 / 8, ({ units }) => units === 1],
])

covers('a convolution', convolutionCases, [
  ['have a batch of one', 1 / 3, ({ batch }) => batch === 1],
  ['have one channel', 1 / 3, ({ channels }) => channels === 1],
  ['have one filter', 1 / 4, ({ filters }) => filters === 1],
  ['have a kernel of 1 × 1', 1 / 5, ({ size }) => size === 1],
  ['have a kernel as large as the picture', 1 / 50, ({ size, height, width }) => size === height && size === width],
  ['have a kernel that is larger', 1 / 5, ({ size, height, width }) => size > Math.min(height, width)],
  ['have pictures of 1 × 1', 1 / 80, ({ height, width }) => height * width === 1],
  ['are padded', 1 / 2, ({ padding }) => padding === 'same'],
])

type Strided = CaseOf<typeof stridedConvolutionCases>
const axes = ({ vertical, horizontal }: Strided) => [vertical, horizontal]

covers('a convolution with strides', stridedConvolutionCases, [
  ['have a batch of one', 1 / 3, ({ batch }) => batch === 1],
  ['have one channel', 1 / 3, ({ channels }) => channels === 1],
  ['have strides of 1', 1 / 2, ({ dense }) => dense],
  ['have a kernel of 1 × 1', 1 / 16, (given) => axes(given).every(({ window }) => window === 1)],
  ['have a stride above the kernel', 1 / 4, (given) => !given.dense && axes(given).some((a) => a.stride > a.window)],
  ['have a window over the whole picture', 1 / 4, (given) => axes(given).every(({ beyond }) => beyond === 0)],
  ['have zeros of their own', 1 / 3, ({ padding }) => padding === 'given'],
])

covers('average pooling', poolingCases, [
  ['have windows of 1 × 1', 1 / 4, ({ size }) => size === 1],
  ['have a single window', 1 / 9, ({ size, height, width }) => Math.max(height, width) < 2 * size],
  ['leave out rows or columns', 1 / 3, ({ size, height, width }) => height % size > 0 || width % size > 0],
  ['have one channel', 1 / 3, ({ channels }) => channels === 1],
])

covers('average pooling with strides', stridedPoolingCases, [
  ['tile the picture', 1 / 2, ({ tiled }) => tiled],
  [
    'have windows that overlap',
    1 / 5,
    ({ tiled, down, across }) => !tiled && (down.stride < down.window || across.stride < across.window),
  ],
  [
    'have a stride above the window',
    1 / 4,
    ({ tiled, down, across }) => !tiled && (down.stride > down.window || across.stride > across.window),
  ],
])

covers('batch normalisation', normalisationCases, [
  ['have one channel', 1 / 6, ({ shape }) => shape.at(-1) === 1],
  ['have one value a channel', 1 / 30, ({ shape }) => shape.slice(0, -1).every((length) => length === 1)],
  ['are far from 0', 1 / 4, ({ offset }) => offset === -10],
  ['are of pictures', 1 / 2, ({ shape }) => shape.length === 4],
])

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

covers('LeNet-5', lenetCases('both'), [['have a batch of one', 1 / 4, ({ examples }) => examples === 1]])

test('half of the ReLU nets have a unit that is on for some of the examples and off for others', () => {
  const cases = fc.sample(reluNetCases, { numRuns: 400, seed: propertySeed(seed, 'units on and off') })
  const mixed = cases.filter((given) => {
    const [net] = drawReluNets(given)
    return layerOutputs(net!.network, net!.weights, net!.batch.inputs, net!.masks)
      .slice(0, -1)
      .some(
        ({ values }) => Array.from(values).some((value) => value > 0) && Array.from(values).some((value) => value <= 0),
      )
  })
  expect(mixed.length / cases.length).toBeGreaterThan(1 / 2)
})
