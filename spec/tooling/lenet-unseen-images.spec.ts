import { expect, test } from 'vitest'
import { trainingDigits } from '../../src/experiments/lenet/experiment.ts'
import { drawnGlyphs } from '../../src/experiments/lenet/mnist/glyphs.ts'
import { unseenDigits } from '../../src/experiments/lenet/unseen-images.ts'

const glyphs = drawnGlyphs('machinery', { train: 40, test: 10 })
const pixels = 28 * 28
const imagesOf = ({ images, count }: { images: Uint8Array; count: number }) =>
  Array.from({ length: count }, (_, image) => images.subarray(image * pixels, (image + 1) * pixels).join())

test('unseen images are the training set’s, and none that is trained on', () => {
  const [seen, unseen] = [trainingDigits(24, 'a seed', glyphs), unseenDigits(24, 16, 'a seed', glyphs)]
  expect([...imagesOf(seen), ...imagesOf(unseen)].sort()).toEqual(imagesOf(glyphs.train).sort())
})

test('more than are left are refused', () => {
  expect(() => unseenDigits(24, 17, 'a seed', glyphs)).toThrow(
    new RangeError('of 40 images 24 are trained on, so that 17 others are not left'),
  )
})
