import { expect, test } from 'vitest'
import { examplesOf, pickDigits, pixelStatistics } from '../../src/experiments/lenet/examples.ts'

const setOf = (images: number[], labels: number[]) => ({
  count: labels.length,
  images: Uint8Array.from(images),
  labels: Uint8Array.from(labels),
})

test('the statistics are the mean and the standard deviation over all pixels', () => {
  expect(pixelStatistics(setOf([10, 10, 30, 30], [1]))).toEqual({ mean: 20, standardDeviation: 10 })
  // Σ (pixel − 100)² = 30² + 10² + 20² + 20² = 1800, over 4 pixels + 1 that is 100 itself: 360
  expect(pixelStatistics(setOf([70, 90, 120, 120, 100], [1]))).toEqual({ mean: 100, standardDeviation: Math.sqrt(360) })
})

test('an example is standardised by the statistics that are given, and its target is one-hot', () => {
  const examples = examplesOf(setOf([20, 40, 0, 25], [3, 0]), 'standardised', { mean: 20, standardDeviation: 10 })
  expect(examples.inputs).toEqual(Float32Array.of(0, 2, -2, 0.5))
  expect(examples.targets).toEqual(Float32Array.of(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0))
})

test('or divided by 255, whatever the statistics are', () => {
  const examples = examplesOf(setOf([0, 51, 255], [1]), 'divided by 255', { mean: 20, standardDeviation: 10 })
  expect(examples.inputs).toEqual(Float32Array.of(0, 0.2, 1))
})

test('digits are picked with their labels, in the order asked for', () => {
  const pixels = 28 * 28
  const images = [1, 2, 3].flatMap((pixel) => Array<number>(pixels).fill(pixel))
  const picked = pickDigits(setOf(images, [7, 8, 9]), [2, 0])
  expect(picked).toEqual(setOf([...Array<number>(pixels).fill(3), ...Array<number>(pixels).fill(1)], [9, 7]))
})
