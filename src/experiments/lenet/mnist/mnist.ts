import { NotRun } from '../../../claims/not-run.ts'
import type { Switches } from '../../../switches.ts'
import { idxValues } from './idx.ts'
import { mnistDigest, mnistFiles, type PublishedFile } from './published-file.ts'
import { publishedContents, type SourceOptions } from './source-chain.ts'

/** Images of single digits and what they show. */
export interface DigitSet {
  readonly count: number
  /** [count, 28, 28], 0 for paper to 255 for ink */
  readonly images: Uint8Array
  /** [count], the digits 0 to 9 */
  readonly labels: Uint8Array
}

interface Digits<Origin> {
  readonly origin: Origin
  /** one SHA-256 for all four arrays, in hexadecimal digits */
  readonly digest: string
  readonly train: DigitSet
  readonly test: DigitSet
}

/** The data that the notebook was run on. An experiment that judges a claim asks for this type. */
export type GenuineMnist = Digits<'genuine'>

/** Digits that this project draws itself, for trying out the machinery. No claim can be judged by them. */
export type DrawnGlyphs = Digits<'synthetic'>

/** What a training loop takes: its numbers do not depend on where the images come from. */
export type Mnist = GenuineMnist | DrawnGlyphs

const loaded = new Map<string, Promise<GenuineMnist>>()

/**
 * MNIST, verified by the digests of its files. It is loaded once a process, and its absence is remembered as well, so
 * that no spec waits again for mirrors that cannot be reached. All callers share the arrays: treat them as read-only.
 *
 * @throws {HomeworkError} if MNIST_DIR is set, and a file there is missing or is not the published one
 * @throws {NotRun} if MNIST is neither in the cache nor to be downloaded
 * @example const { train } = await loadMnist(readSwitches(process.env)) // train.count is 60000
 */
export function loadMnist(
  { mnistDirectory, cache }: Pick<Switches, 'mnistDirectory' | 'cache'>,
  options: SourceOptions = {},
): Promise<GenuineMnist> {
  const sources = JSON.stringify([mnistDirectory, cache, options.mirrors])
  let mnist = loaded.get(sources)
  if (mnist === undefined) {
    mnist = load({ mnistDirectory, cache }, options)
    loaded.set(sources, mnist)
    mnist.catch((error) => {
      if (!(error instanceof NotRun)) loaded.delete(sources)
    })
  }
  return mnist
}

async function load(places: Pick<Switches, 'mnistDirectory' | 'cache'>, options: SourceOptions): Promise<GenuineMnist> {
  const contents = await publishedContents(mnistFiles, places, options)
  return { origin: 'genuine', digest: mnistDigest, ...digitSets(mnistFiles, contents) }
}

/**
 * Takes four published files apart.
 *
 * @param files - images and labels for training, then images and labels for testing
 * @param contents - their verified contents, in the same order
 */
export function digitSets(
  files: readonly PublishedFile[],
  contents: readonly Uint8Array[],
): Pick<GenuineMnist, 'train' | 'test'> {
  const [trainImages, trainLabels, testImages, testLabels] = files.map(({ shape }, index) =>
    idxValues(contents[index]!, shape),
  )
  return {
    train: { count: trainLabels!.length, images: trainImages!, labels: trainLabels! },
    test: { count: testLabels!.length, images: testImages!, labels: testLabels! },
  }
}
