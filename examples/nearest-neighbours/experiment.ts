import { randomStream } from '../../src/random/stream.ts'
import type { Laboratory } from '../../src/training/laboratory.ts'
import { sourceDigest } from '../../src/training/source-digest.ts'
import { accuracy } from './nearest-neighbours.ts'
import { drawSquares } from './squares.ts'

// A run is kept by the code that it executes, so that an edit asks for a new one.
const sources = sourceDigest(import.meta.url)

export interface Configuration {
  /** of the classifier that the homework speaks of */
  readonly neighbours: number
  /** of the one that it is compared with */
  readonly rival: number
  /** independent boards, each with training and test points of its own */
  readonly boards: number
  readonly points: number
  readonly testPoints: number
  /** share of the training labels that are wrong */
  readonly flipped: number
}

export interface Accuracies {
  /** [boards], on the training points themselves */
  readonly training: Float64Array
  /** [boards], on test points, whose labels are right */
  readonly test: Float64Array
  /** the same of the rival */
  readonly testOfRival: Float64Array
}

/** Sizes of the homework; how many boards is the scale's affair. */
export const assignment = {
  quick: { neighbours: 1, rival: 15, boards: 40, points: 200, testPoints: 100, flipped: 0.2 },
  full: { neighbours: 1, rival: 15, boards: 1000, points: 200, testPoints: 100, flipped: 0.2 },
} as const satisfies Record<string, Configuration>

/** Classifies with both numbers of neighbours on the same points, once for all specs that ask. */
export function compareNeighbours(configuration: Configuration, { seed, store }: Laboratory): Promise<Accuracies> {
  const key = { experiment: 'nearest neighbours', sources, configuration, seed, engine: 'host' }
  return store.run(key, () => {
    const { neighbours, rival, boards, points, testPoints, flipped } = configuration
    const accuracies = Array.from({ length: boards }, (_, board) => {
      const stream = randomStream(seed, 'nearest neighbours', 'board', board)
      const training = drawSquares(stream.stream('training'), points, flipped)
      const test = drawSquares(stream.stream('test'), testPoints, 0)
      return {
        training: accuracy(training, training, neighbours),
        test: accuracy(training, test, neighbours),
        testOfRival: accuracy(training, test, rival),
      }
    })
    const all = (name: keyof Accuracies) => Float64Array.from(accuracies, (one) => one[name])
    return { training: all('training'), test: all('test'), testOfRival: all('testOfRival') }
  })
}
