import type * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { batchNormalise } from '../../src/backend/kernels/batch-normalise.ts'
import { randomStream } from '../../src/random/stream.ts'
import { expectClose } from './close.ts'
import { drawField } from './draw.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { normalisationTolerances } from './normalisation-tolerances.ts'
import { onEngine, valueOnEngine } from './on-engine.ts'
import { normalisationInTraining } from './twin/batch-normalisation.ts'
import { type Field, partOf, sizeOf } from './twin/field.ts'

const epsilon = 1e-3

const small = (max: number) => fc.integer({ min: 1, max })
/** The shapes of x and gamma: a dense layer's with a vector or a row of gammas, a convolution's, an ensemble's. */
const shapes = fc.oneof(
  fc.tuple(small(30), small(9)).map(([rows, columns]) => ({ x: [rows, columns], gamma: [columns], nets: 1 })),
  fc.tuple(small(30), small(9)).map(([rows, columns]) => ({ x: [rows, columns], gamma: [1, columns], nets: 1 })),
  fc.tuple(small(3), small(4), small(4), small(9)).map((x) => ({ x, gamma: x.slice(3), nets: 1 })),
  fc.tuple(small(4), small(30), small(4)).map((x) => ({ x, gamma: [x[0], 1, x[2]], nets: x[0] })),
)
const cases = fc.record({
  shapes,
  // Constant channels and channels far from 0 are the hard ones.
  offset: fc.constantFrom(0, 0, 10, -100),
  spread: fc.constantFrom(1, 1, 0.01, 0),
  draw: fc.nat(),
})

describe.each(enginesPresent)('batch normalisation on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  forAny(
    'for any batch: its output, statistics and gradients are what float64 computes',
    cases,
    async ({ shapes, offset, spread, draw }) => {
      const stream = randomStream('kernel-batch-normalise', draw)
      const x = drawField(stream, shapes.x, spread, offset)
      const [gamma, beta] = [drawField(stream, shapes.gamma), drawField(stream, shapes.gamma)]
      const after = drawField(stream, shapes.x)
      const given = [x, gamma, beta]
      const of = (part: 'output' | 'mean' | 'variance') => (x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor) =>
        batchNormalise(x, gamma, beta, epsilon)[part]
      const output = await onEngine(of('output'), given, after.values)
      const [mean, variance] = [await valueOnEngine(of('mean'), given), await valueOnEngine(of('variance'), given)]
      expect([output.shape, mean.shape, variance.shape]).toEqual([shapes.x, shapes.gamma, shapes.gamma])

      const channels = sizeOf(shapes.gamma) / shapes.nets
      for (let net = 0; net < shapes.nets; net++) {
        const part = ({ values }: Pick<Field, 'values'>) => partOf(values, shapes.nets, net)
        const own = { shape: [part(x).length / channels, channels], values: part(x) }
        const twin = normalisationInTraining(own, part(gamma), part(beta), epsilon)
        const expected = twin.back(part(after))
        const allowed = normalisationTolerances(own, part(gamma), part(beta), part(after), twin.statistics)
        const compare = (what: keyof typeof allowed, values: ArrayLike<number>, wanted: ArrayLike<number>) =>
          expectClose(what, part({ values }), wanted, (index) => allowed[what](index % channels))
        compare('output', output.value, twin.output.values)
        compare('mean', mean.value, twin.statistics.mean)
        compare('variance', variance.value, twin.statistics.variance)
        compare('dx', output.gradients[0]!, expected.input)
        compare('dgamma', output.gradients[1]!, expected.parameters.gamma!)
        compare('dbeta', output.gradients[2]!, expected.parameters.beta!)
      }
    },
  )
})
