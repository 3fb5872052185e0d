import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idxFault, idxLength, idxValues } from '../../src/experiments/lenet/mnist/idx.ts'
import { digitSets } from '../../src/experiments/lenet/mnist/mnist.ts'
import { idxFile, smallContents, smallEdition } from './mnist/small-edition.ts'

const shape = [3, 2, 2]
const values = Uint8Array.from({ length: 12 }, (_, index) => index)
const file = idxFile(shape, values)

describe('the IDX format', () => {
  test('a whole file has no fault, and its values have a buffer of their own', () => {
    expect(idxFault(file, shape)).toBeNull()
    expect(idxLength(shape)).toBe(file.length)
    expect(idxValues(file, shape)).toEqual(values)
    expect(idxValues(file, shape).buffer.byteLength).toBe(12)
  })

  test('bytes that lie somewhere in a larger buffer are read from their own beginning', () => {
    const larger = Buffer.concat([Buffer.alloc(5, 1), file, Buffer.alloc(5, 1)])
    const inside = larger.subarray(5, 5 + file.length)
    expect(idxFault(inside, shape)).toBeNull()
    expect(idxValues(inside, shape)).toEqual(values)
  })

  test('four files become images and labels for training and for testing', () => {
    const { train, test: held } = digitSets(smallEdition, smallContents)
    expect(train).toEqual({ count: 3, images: values, labels: Uint8Array.of(40, 41, 42) })
    expect(held).toEqual({
      count: 2,
      images: values.subarray(0, 8).map((value) => 80 + value),
      labels: Uint8Array.of(120, 121),
    })
  })

  test.each<[string, Uint8Array, string]>([
    ['an empty file', Buffer.alloc(0), 'it is empty'],
    ['a file of a few bytes', file.subarray(0, 15), 'it ends after 15 of the 16 bytes of its header'],
    ['a file of labels', idxFile([12, 0, 0], values, 0x0801), 'its magic number is 0x00000801 instead of 0x00000803'],
    ['a web page', Buffer.from('<!doctype html><html></html>'), 'its magic number is 0x3c21646f instead of 0x00000803'],
    ['another count', idxFile([2, 2, 2], values), 'it announces 2 × 2 × 2 values instead of 3 × 2 × 2'],
    ['another size of image', idxFile([3, 4, 1], values), 'it announces 3 × 4 × 1 values instead of 3 × 2 × 2'],
    ['a missing byte', file.subarray(0, -1), 'it has 27 bytes instead of 28'],
    ['a byte too many', Buffer.concat([file, Buffer.alloc(1)]), 'it has 29 bytes instead of 28'],
    [
      'a count of four billion',
      idxFile([0xffffffff, 0xffffffff, 0xffffffff], values),
      'it announces 4294967295 × 4294967295 × 4294967295 values instead of 3 × 2 × 2',
    ],
  ])('%s is told apart', (_, bytes, fault) => {
    expect(idxFault(bytes, shape)).toBe(fault)
  })

  test('for any values in any shape, the file has no fault, but has one once any byte of its header is changed', () => {
    const sizes = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 4 })
    const change = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }))
    fc.assert(
      fc.property(sizes, change, (anyShape, [place, difference]) => {
        const length = anyShape.reduce((product, size) => product * size, 1)
        const bytes = idxFile(anyShape, new Uint8Array(length).fill(7))
        expect(idxFault(bytes, anyShape)).toBeNull()
        bytes[place % (4 + 4 * anyShape.length)]! ^= difference
        expect(idxFault(bytes, anyShape)).toMatch(/^its magic number is|^it announces/)
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('for any bytes, a file without a fault is the one that its values make', () => {
    const header = fc.constant([...file.subarray(0, 16)])
    const bytes = fc.tuple(fc.oneof(fc.constant([]), header), fc.array(fc.nat(255), { maxLength: 14 }))
    fc.assert(
      fc.property(bytes, ([start, rest]) => {
        const any = Uint8Array.from([...start, ...rest])
        const isFile = start.length > 0 && rest.length === 12
        expect(idxFault(any, shape) === null).toBe(isFile)
        if (isFile) expect([...idxFile(shape, idxValues(any, shape))]).toEqual([...any])
      }),
      { seed: 1, numRuns: 500, examples: [[[[...file.subarray(0, 16)], [...values]]]] },
    )
  })
})
