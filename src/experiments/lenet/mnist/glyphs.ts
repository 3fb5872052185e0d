import { randomStream, type Stream } from '../../../random/stream.ts'
import type { DigitSet, DrawnGlyphs } from './mnist.ts'
import { type Point, penStrokes } from './pen-strokes.ts'
import { dataSetDigest, sha256Of } from './published-file.ts'

/** Pixels on a side of an image, and on a side of the box that a digit fills, as in MNIST. */
const side = 28
const box = 20

/**
 * Images like MNIST's that stand in for it where only the machinery is tried out: digits in one stroke, each with its
 * own slant, size, place, tremor and pen. The same seed and counts give the same bytes on every system.
 *
 * @param counts - how many images to draw for training and for testing; whole numbers from 0
 * @throws {RangeError} if a count is anything else
 * @example drawnGlyphs('machinery', { train: 500, test: 100 }).train.images // Uint8Array of 500 · 28 · 28
 */
export function drawnGlyphs(seed: string, counts: { readonly train: number; readonly test: number }): DrawnGlyphs {
  const train = drawSet(randomStream(seed, 'drawn glyphs', 'train'), counts.train)
  const test = drawSet(randomStream(seed, 'drawn glyphs', 'test'), counts.test)
  const arrays = {
    'train images': train.images,
    'train labels': train.labels,
    'test images': test.images,
    'test labels': test.labels,
  }
  const digest = dataSetDigest(Object.entries(arrays).map(([name, values]) => ({ name, sha256: sha256Of(values) })))
  return { origin: 'synthetic', digest, train, test }
}

/** Every digit is drawn equally often, but for one. */
function drawSet(stream: Stream, count: number): DigitSet {
  const labels = Uint8Array.from(stream.permutation(count), (place) => place % 10)
  const images = new Uint8Array(count * side * side)
  labels.forEach((label, index) => {
    drawGlyph(images.subarray(index * side * side, (index + 1) * side * side), penStrokes[label]!, stream)
  })
  return { count, images, labels }
}

/** Draws with a round pen. Only sums, products and square roots are used: they are exact on every system. */
function drawGlyph(image: Uint8Array, stroke: readonly Point[], stream: Stream): void {
  const hand = handOf(stream)
  const line = stroke.map((point) => hand(point))
  const reach = stream.uniform(1.2, 2)
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      // From full to none across one pixel, so that the edge is soft.
      const ink = reach - distanceToLine([column + 0.5, row + 0.5], line)
      image[row * side + column] = Math.round(255 * Math.min(1, Math.max(0, ink)))
    }
  }
}

/** One way to write: from the unit square to pixels, with a tremor at each point. */
function handOf(stream: Stream): (point: Point) => Point {
  const width = box * stream.uniform(0.8, 1.1)
  const height = box * stream.uniform(0.85, 1.1)
  const slant = box * stream.uniform(-0.25, 0.25)
  const rise = box * stream.uniform(-0.15, 0.15)
  const centreX = side / 2 + stream.uniform(-2, 2)
  const centreY = side / 2 + stream.uniform(-2, 2)
  const tremble = (value: number) => value - 0.5 + stream.uniform(-0.035, 0.035)
  return ([x, y]) => {
    const [u, v] = [tremble(x), tremble(y)]
    return [centreX + width * u + slant * v, centreY + rise * u + height * v]
  }
}

function distanceToLine(point: Point, line: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY
  for (let index = 1; index < line.length; index++) {
    nearest = Math.min(nearest, squaredDistance(point, line[index - 1]!, line[index]!))
  }
  return Math.sqrt(nearest)
}

/** From a point to the piece of line between two others. */
function squaredDistance([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [alongX, alongY] = [toX - fromX, toY - fromY]
  const share = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX * alongX + alongY * alongY)
  const clamped = Math.min(1, Math.max(0, share))
  const [awayX, awayY] = [x - fromX - clamped * alongX, y - fromY - clamped * alongY]
  return awayX * awayX + awayY * awayY
}
