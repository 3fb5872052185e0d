import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMetrics, renderMetrics } from '../../src/claims/metric-snapshot.ts'
import { forAny } from '../gradients/for-any.ts'
import { mutationsOf, textOfAnyKind } from './fuzz/any-text.ts'
import { attempt } from './fuzz/attempt.ts'

const sound = '# wasm quick\naccuracy [1] = 0.95 ± 1e-9 rel\nangle [degree] = not finite ± 0.5 abs'
const pieces = [
  ...['accuracy', 'angle', ' ', ' [1]', ' = ', ' ± ', '0.5', '-0', '0x10', '1e999', '-1e999', 'Infinity', 'NaN', ''],
  ...['not finite', ' abs', ' rel', '\n', '#', '\r', '\t'],
]

describe('a stored snapshot that holds anything', () => {
  forAny(
    'gives metrics that come back from their text, or a SyntaxError of bounded length that says what is wrong',
    fc.oneof(
      mutationsOf(sound, pieces),
      fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join('')),
      textOfAnyKind,
    ),
    (text) => {
      const read = attempt(() => parseMetrics(text))
      if (read instanceof Error) {
        expect(read).toBeInstanceOf(SyntaxError)
        expect(read.message).toMatch(/stored metric/)
        return
      }
      for (const { value, tolerance } of read.metrics) {
        expect(value === null || Number.isFinite(value)).toBe(true)
        expect(Number.isFinite(tolerance.size) && tolerance.size >= 0).toBe(true)
      }
      expect(renderMetrics(parseMetrics(renderMetrics(read)))).toBe(renderMetrics(read))
    },
    { cost: 0.2, examples: ['x [1] = Infinity ± 1 rel', 'x [1] = 1e999 ± 0 abs'] },
  )

  test('is refused in few words if it is one long line', () => {
    const read = attempt(() => parseMetrics('x'.repeat(1e6)))
    expect((read as Error).message.length).toBeLessThan(400)
  })

  // Looking each name up among all others took minutes.
  test('of 200,000 metrics is read at once', { timeout: 20_000 }, () => {
    const text = Array.from({ length: 200_000 }, (_, index) => `m${index} [1] = 0 ± 0 abs`).join('\n')
    expect(parseMetrics(text).metrics).toHaveLength(200_000)
  })
})
