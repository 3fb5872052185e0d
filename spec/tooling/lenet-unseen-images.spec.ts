import { expect, test } from 'vitest'
import { trainingDigits } from '../../src/experiments/lenet/experiment.ts'
import { drawnGlyphs } from '../../src/experiments/lenet/mnist/glyphs.ts'

const glyphs = drawnGlyphs('machinery', { train: 40, test: 10 })
const pixels = 28 * 28
const imagesOf = ({ images, count }: { images: Uint8Array; count: number }) =>
  Array.from({ length: count }, (_, image) => images.subarray(image * pixels, (image + 1) * pixels).join())

test('unseen images are the training set’s, and none that is trained on', () => {
  const [seen, unseen] = [trainingDigits(24, 'a seed', glyphs), trainingDigits(16, 'a seed', glyphs, 24)]
  expect([...imagesOf(seen), ...imagesOf(unseen)].sort()).toEqual(imagesOf(glyphs.train).sort())
})

test('more than are left are refused', () => {
  expect(() => trainingDigits(17, 'a seed', glyphs, 24)).toThrow(
    new RangeError('behind the first 24 of 40 training images there are no 17 more'),
  )
})
