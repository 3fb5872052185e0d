import fc from 'fast-check'
import type { Activation } from '../../src/layers/activation.ts'

/*
 * The shapes that properties are asked for. Values are drawn from a stream by `draw`, so that a counterexample shrinks to
 * the smallest shape that fails.
 */

export const small = (max: number, min = 1): fc.Arbitrary<number> => fc.integer({ min, max })

export type CaseOf<A> = A extends fc.Arbitrary<infer Case> ? Case : never

export const denseCases = fc.record({ batch: small(6), inputs: small(8), units: small(8), draw: fc.nat() })

/** Stride 1, as in a net: 'same' also with kernels that are larger than the picture. */
export const convolutionCases = fc
  .record({
    batch: small(3),
    size: small(5),
    beyond: fc.tuple(small(4, 0), small(4, 0)),
    channels: small(3),
    filters: small(4),
    padding: fc.constantFrom('same' as const, 'valid' as const),
    draw: fc.nat(),
  })
  .map(({ beyond, ...shape }) => {
    const least = shape.padding === 'same' ? 1 : shape.size
    return { ...shape, height: least + beyond[0], width: least + beyond[1] }
  })

const stridedAxis = fc.record({
  window: small(4),
  beyond: fc.oneof(fc.constant(0), small(5)),
  stride: small(5),
  zeros: fc.tuple(small(4, 0), small(4, 0)),
})

/**
 * What the kernels serve, whatever a net asks of them: along each axis also a window that covers it, strides longer than
 * the window, and more zeros than the window is long. The axis is as long as the window and what is beyond it.
 */
export const stridedConvolutionCases = fc.record({
  batch: small(3),
  vertical: stridedAxis,
  horizontal: stridedAxis,
  channels: small(3),
  filters: small(9),
  padding: fc.constantFrom('same' as const, 'valid' as const, 'given' as const),
  /** strides of 1 */
  dense: fc.boolean(),
  draw: fc.nat(),
})

const pooledAxis = fc.record({ window: small(4), stride: small(5), beyond: small(9, 0) })

/** Windows side by side, and such as overlap or leave gaps. */
export const stridedPoolingCases = fc.record({
  batch: small(3),
  down: pooledAxis,
  across: pooledAxis,
  channels: small(5),
  tiled: fc.boolean(),
  draw: fc.nat(),
})

/** Among them windows of a single value, and rows and columns that fill no window. */
export const poolingCases = fc
  .record({
    batch: small(3),
    size: small(4),
    places: fc.tuple(small(3), small(3)),
    rest: fc.tuple(fc.nat(), fc.nat()),
    channels: small(3),
    draw: fc.nat(),
  })
  .map(({ places, rest, ...shape }) => ({
    ...shape,
    height: places[0] * shape.size + (rest[0] % shape.size),
    width: places[1] * shape.size + (rest[1] % shape.size),
  }))

/** Dense and convolutional inputs; channels that are nearly constant, or far from 0, are the hard ones. */
export const normalisationCases = fc.record({
  shape: fc.oneof(fc.tuple(small(20), small(6)), fc.tuple(small(3), small(3), small(3), small(6))),
  offset: fc.constantFrom(0, 0, 1, -10),
  spread: fc.constantFrom(1, 1, 0.1),
  draw: fc.nat(),
})

export const dropoutCases = fc.record({
  shape: fc.oneof(fc.tuple(small(6), small(6)), fc.tuple(small(2), small(4), small(4), small(3))),
  rate: fc.constantFrom(0, 0.2, 0.5, 0.9),
  draw: fc.nat(),
})

/** All but the identity. */
export const activations: readonly Activation[] = [
  'relu',
  'sigmoid',
  'tanh',
  { leakyRelu: 0.01 },
  { leakyRelu: 0.2 },
  { leakyRelu: 0.3 },
]

/** A sign and a gap: no value is nearer to a kink at 0 than the gap, which is wide beside every step of a difference. */
export const offKink = fc
  .tuple(fc.boolean(), fc.double({ min: 2 ** -4, max: 6, noNaN: true }))
  .map(([positive, size]) => Math.fround(positive ? size : -size))

export const lossCases = fc.record({
  batch: small(6),
  units: small(6),
  spread: fc.constantFrom(0.1, 1, 5),
  draw: fc.nat(),
})
