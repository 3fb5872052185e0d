import type { Examples } from '../../training/train-examples.ts'
import type { DigitSet } from './mnist/mnist.ts'

const classes = 10
const pixels = 28 * 28

/** Mean and standard deviation over all pixels of all images, in units of one pixel, 0 to 255. */
export interface PixelStatistics {
  readonly mean: number
  readonly standardDeviation: number
}

const knownStatistics = new WeakMap<Uint8Array, PixelStatistics>()

/** The scalar mean and standard deviation of a training set: what the assignment standardises by. */
export function pixelStatistics({ images }: DigitSet): PixelStatistics {
  // Every training asks for those of the whole training set, which take as long as ten steps.
  const statistics = knownStatistics.get(images) ?? statisticsOf(images)
  knownStatistics.set(images, statistics)
  return statistics
}

function statisticsOf(images: Uint8Array): PixelStatistics {
  const counts = new Float64Array(256)
  for (const pixel of images) counts[pixel]!++
  const moment = (power: number, about: number) =>
    counts.reduce((sum, count, pixel) => sum + count * (pixel - about) ** power, 0) / images.length
  const mean = moment(1, 0)
  return { mean, standardDeviation: Math.sqrt(moment(2, mean)) }
}

/** The images at some places of a set, in that order. */
export function pickDigits({ images, labels }: DigitSet, places: ArrayLike<number>): DigitSet {
  const picked = {
    count: places.length,
    images: new Uint8Array(places.length * pixels),
    labels: new Uint8Array(places.length),
  }
  for (let index = 0; index < places.length; index++) {
    const place = places[index]!
    picked.images.set(images.subarray(place * pixels, (place + 1) * pixels), index * pixels)
    picked.labels[index] = labels[place]!
  }
  return picked
}

/** What is done to the pixels before a net takes them: as the assignment says, or as the notebook did. */
export type Scaling = 'standardised' | 'divided by 255'

/**
 * Images as a net takes them, with one-hot targets.
 *
 * @param statistics - of the training set, whichever set the images are from
 * @returns inputs [count, 28, 28, 1] and targets [count, 10], float32
 */
export function examplesOf(digits: DigitSet, scaling: Scaling, statistics: PixelStatistics): Examples {
  const { mean, standardDeviation } = scaling === 'standardised' ? statistics : { mean: 0, standardDeviation: 255 }
  const targets = new Float32Array(digits.count * classes)
  for (const [index, label] of digits.labels.entries()) targets[index * classes + label] = 1
  // A pixel has one of 256 values, and Float32Array.from takes a second for so many pixels.
  const scaled = Float32Array.from({ length: 256 }, (_, pixel) => (pixel - mean) / standardDeviation)
  const inputs = new Float32Array(digits.images.length)
  for (let index = 0; index < inputs.length; index++) inputs[index] = scaled[digits.images[index]!]!
  return { inputs, targets }
}

/** The first so many of the examples. */
export function firstExamples({ inputs, targets }: Examples, count: number): Examples {
  return { inputs: inputs.subarray(0, count * pixels), targets: targets.subarray(0, count * classes) }
}
