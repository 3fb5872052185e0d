import { describe, expect, test } from 'vitest'
import { drawnGlyphs } from '../../src/experiments/lenet/mnist/glyphs.ts'
import type { DigitSet, GenuineMnist, Mnist } from '../../src/experiments/lenet/mnist/mnist.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'

const glyphs = drawnGlyphs('machinery', { train: 600, test: 200 })
const pixels = 28 * 28

function pixelsOf({ images }: DigitSet, index: number): Uint8Array {
  return images.subarray(index * pixels, (index + 1) * pixels)
}

/** One layer of ten perceptrons without bias: the digit with the highest score. */
function recognise(weights: readonly Float64Array[], image: Uint8Array): number {
  const scores = weights.map((row) => image.reduce((score, ink, pixel) => score + ink * row[pixel]!, 0))
  return scores.indexOf(Math.max(...scores))
}

/** @returns [10, 784], after some passes of the multiclass perceptron rule */
function learn(set: DigitSet, passes: number): Float64Array[] {
  const weights = Array.from({ length: 10 }, () => new Float64Array(pixels))
  for (let pass = 0; pass < passes; pass++) {
    for (const [index, label] of set.labels.entries()) {
      const image = pixelsOf(set, index)
      const guess = recognise(weights, image)
      if (guess === label) continue
      image.forEach((ink, pixel) => {
        weights[label]![pixel]! += ink
        weights[guess]![pixel]! -= ink
      })
    }
  }
  return weights
}

describe('drawn glyphs', () => {
  test('they have the form of MNIST, use all of its greys and draw each digit equally often', () => {
    for (const [set, count] of [
      [glyphs.train, 600],
      [glyphs.test, 200],
    ] as const) {
      expect([set.count, set.images.length, set.labels.length]).toEqual([count, count * pixels, count])
      expect(new Set(set.images)).toHaveLength(256)
      for (let digit = 0; digit < 10; digit++) {
        expect(set.labels.filter((label) => label === digit)).toHaveLength(count / 10)
      }
    }
  })

  test('the same seed gives the same bytes on every system, another seed or count gives others', () => {
    const digest = (seed: string, train: number) => drawnGlyphs(seed, { train, test: 5 }).digest
    expect(digest('machinery', 20)).toBe('92bddef5ede1a929e9bc27b45b1e09e8e6e57df7ee4e291993c900d32e372b8e')
    expect(new Set([digest('machinery', 20), digest('other', 20), digest('machinery', 21)])).toHaveLength(3)
  })

  test('no two images are the same, and those for testing are others than those for training', () => {
    const images = [glyphs.train, glyphs.test].flatMap((set) =>
      Array.from(set.labels, (_, index) => pixelsOf(set, index).join()),
    )
    expect(new Set(images)).toHaveLength(800)
  })

  test('a single layer learns them, and reads most of the others', { timeout: 60_000 }, () => {
    const weights = learn(glyphs.train, 5)
    const right = glyphs.test.labels.filter(
      (label, index) => recognise(weights, pixelsOf(glyphs.test, index)) === label,
    )
    expect(clopperPearson(right.length, 200, 1e-6).low).toBeGreaterThan(0.5)
  })

  test('they are labelled, and the types keep them from where a claim is judged', () => {
    const train = (_: Mnist) => 'trained'
    const judge = (mnist: GenuineMnist) => mnist.origin
    expect(train(glyphs)).toBe('trained')
    // @ts-expect-error The type checker refuses synthetic data here.
    expect(judge(glyphs)).toBe('synthetic')
  })

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('a count of %s is refused', (train) => {
    expect(() => drawnGlyphs('machinery', { train, test: 1 })).toThrow(RangeError)
  })
})
