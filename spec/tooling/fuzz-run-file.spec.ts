import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/training/canonical-json.ts'
import { decodeRun, encodeRun } from '../../src/training/run-file.ts'
import { forAny } from '../gradients/for-any.ts'
import { attempt } from './fuzz/attempt.ts'
import { key } from './run-store/key.ts'

const line = canonicalJson(key, 'key')
const whole = encodeRun(line, { losses: Float32Array.of(3, 2, 1), names: ['first'] })
const bytes = fc.uint8Array({ maxLength: 96 }).map((some) => Buffer.from(some))

/** A file that bears the digest of whatever it holds, as none does by accident. */
function forged(content: Buffer): Buffer {
  const digest = createHash('sha256').update(content).digest('hex')
  return Buffer.concat([Buffer.from(`homework-run 1\n${line}\n${digest}\n`), content])
}

const place = fc.nat({ max: whole.length })
const damaged = fc.tuple(place, bytes, place).map(([start, middle, end]) => {
  return Buffer.concat([whole.subarray(0, start), middle, whole.subarray(end)])
})

describe('a stored run', () => {
  forAny(
    'that holds anything is refused by an error with a message, unless it is the whole file',
    fc.oneof(bytes, damaged),
    (file) => {
      const read = attempt(() => decodeRun(line, file))
      if (file.equals(whole)) expect(read).toEqual({ losses: Float32Array.of(3, 2, 1), names: ['first'] })
      else expect((read as Error).message).toMatch(/^its? .{10}/)
    },
    { cost: 0.1 },
  )

  forAny(
    'brings back any value that can be cloned',
    fc.anything({
      ...{ withBigInt: true, withMap: true, withSet: true, withTypedArray: true },
      withSparseArray: true,
    }),
    (value) => isDeepStrictEqual(decodeRun(line, encodeRun(line, value)), value),
    { cost: 0.2 },
  )

  const header = Buffer.of(0xff, 0x0f)
  // 4 billion are announced: bytes of a buffer, of a view that Node writes, and of strings; elements of an array.
  const announcing = ['r', 'B', '\\', '"', 'c', 'A'].map((tag) => ({
    tag,
    content: Buffer.concat([header, Buffer.from(tag), Buffer.of(0xff, 0xff, 0xff, 0xff, 0x0f, 1, 2)]),
  }))
  forAny(
    'with a forged digest over anything gives a value or an error, and allocates outside the heap no more than its own size',
    fc.oneof(
      bytes,
      bytes.map((rest) => Buffer.concat([header, rest])),
    ),
    (content) => {
      const before = process.memoryUsage().external
      // In a list, since V8 can bring back an error as a value.
      const read = attempt(() => [decodeRun(line, forged(content))])
      if (read instanceof Error) expect(read.message).not.toBe('')
      return process.memoryUsage().external - before < 2 ** 20
    },
    { cost: 0.2, examples: announcing.map(({ content }) => content) },
  )

  test.each(announcing)(
    'that announces 4 billion of $tag is refused, and allocates nothing on the heap',
    ({ content }) => {
      const file = forged(content)
      const before = process.memoryUsage().heapUsed
      expect(attempt(() => [decodeRun(line, file)])).toBeInstanceOf(Error)
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(2 ** 20)
    },
  )
})
