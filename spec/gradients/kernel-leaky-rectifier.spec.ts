import fc from 'fast-check'
import { beforeAll, describe, expect } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { leakyRectifier } from '../../src/backend/kernels/leaky-rectifier.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { onEngine } from './on-engine.ts'

// No products below the normal range of float32, which TensorFlow takes for 0 and other engines do not.
const float = fc
  .float({ noNaN: true, noDefaultInfinity: true, min: -100, max: 100 })
  .map((value) => (Math.abs(value) < 2 ** -100 ? 0 : value))
const cases = fc.array(fc.tuple(float, float), { minLength: 1, maxLength: 40 })

/** The value and the gradient, for the derivatives dy of what comes after. */
async function rectify(x: readonly number[], dy: readonly number[], slope: number) {
  const { value, gradients } = await onEngine(
    (input) => leakyRectifier(input, slope),
    [{ shape: [x.length], values: x }],
    dy,
  )
  const [values, gradient] = [value, gradients[0]!].map((numbers) => Array.from(numbers, (number) => number + 0))
  return { value: values, gradient }
}

describe.each(enginesPresent)('Leaky ReLU on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  // One product of two float32 numbers is rounded once, so nothing less than the same bits will do; + 0 is for −0.
  forAny(
    'for any normal numbers and slopes: is x or the slope times x, and so is its gradient',
    fc.tuple(cases, fc.constantFrom(0, 0.01, 0.2, 0.3, 1, 1.5)),
    async ([pairs, slope]) => {
      const [x, dy] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)]
      const factor = (value: number) => (value > 0 ? 1 : Math.fround(slope))
      expect(await rectify(x, dy, slope)).toEqual({
        value: x.map((value) => Math.fround(factor(value) * value) + 0),
        gradient: x.map((value, index) => Math.fround(factor(value) * dy[index]!) + 0),
      })
    },
  )
})
