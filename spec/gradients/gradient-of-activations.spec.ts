import fc from 'fast-check'
import { beforeAll, describe } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { activate } from '../../src/layers/activation.ts'
import { randomStream } from '../../src/random/stream.ts'
import { float32Sum, type Tolerance, tolerances } from '../../src/tolerances.ts'
import { activations, offKink } from './cases.ts'
import { expectClose } from './close.ts'
import { drawField } from './draw.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { onEngine } from './on-engine.ts'
import { activate as activateTwin } from './twin/activation.ts'
import { expectWayBack } from './twin-gradient.ts'

const cases = fc.record({ z: fc.array(offKink, { minLength: 1, maxLength: 30 }), draw: fc.nat() })
const fieldOf = (z: readonly number[]) => ({ shape: [z.length], values: z })
const titled = activations.map((activation) => {
  return [
    typeof activation === 'string' ? activation : `leaky ReLU of slope ${activation.leakyRelu}`,
    activation,
  ] as const
})

describe.each(titled)('the gradient of %s', (title, activation) => {
  forAny('for any values off the kink: the float64 twin has it, by differences', cases, ({ z, draw }) => {
    const stream = randomStream('gradient of activations', draw)
    expectWayBack((x) => activateTwin(x!, activation), ['input'], [fieldOf(z)], stream)
  })

  /** Of a value of size 1, or of its derivative: both are products of one or two factors, but for tanh and sigmoid. */
  const curved = activation === 'tanh' || activation === 'sigmoid'
  const scaled = ({ size }: Tolerance, factor: number): Tolerance => ({ kind: 'abs', size: size * Math.abs(factor) })
  const allowed = (curvedTolerance: Tolerance, factor: number, product: number) =>
    curved ? scaled(curvedTolerance, factor) : float32Sum(2, Math.abs(product))

  describe.each(enginesPresent)('on %s', (engine) => {
    beforeAll(() => openEngine(engine))

    forAny('for any values off the kink: is that of the twin', cases, async ({ z, draw }) => {
      const after = drawField(randomStream('gradient of activations', draw), [z.length]).values
      const { value, gradients } = await onEngine((x) => activate(x, activation), [fieldOf(z)], after)
      const twin = activateTwin(fieldOf(z), activation)
      const { input } = twin.back(after)
      expectClose(title, value, twin.output.values, (index) =>
        allowed(tolerances.float32Elementary, 1, twin.output.values[index]!),
      )
      expectClose(`the gradient of ${title}`, gradients[0]!, input, (index) =>
        allowed(tolerances.float32ElementaryDerivative, after[index]!, input[index]!),
      )
    })
  })
})
