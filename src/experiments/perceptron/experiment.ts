import { engineKey } from '../../training/engine-key.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import type { RunRequest } from '../../training/run-store.ts'
import { sourceDigest } from '../../training/source-digest.ts'
import { type Criterion, marginOf } from './criterion.ts'
import { drawTestSets, drawTrainingSets, type FirstWeights, type Labels } from './data.ts'
import { type Measures, measure } from './measures.ts'
import { trainOnEngine } from './train-on-engine.ts'
import { trainOnHost } from './train-on-host.ts'

const sources = sourceDigest(import.meta.url)

/** Problem 1 as assigned, on many pairs of training sets. */
export interface PerceptronConfiguration {
  readonly criterion: Criterion
  /** independent pairs of training sets */
  readonly pairs: number
  readonly firstWeights: FirstWeights
  readonly points: number
  readonly testPoints: number
  readonly epochs: number
  readonly learningRate: number
  readonly labels: Labels
}

/** Two criteria on the same training sets, first weights and test points. */
export interface ComparisonConfiguration extends Omit<PerceptronConfiguration, 'criterion'> {
  /** the criterion that the claim says is better, then its rival */
  readonly arms: readonly [Criterion, Criterion]
}

const sizes = { points: 20, testPoints: 1000, epochs: 100, learningRate: 0.01, labels: 'plus-minus-one' } as const
/** Each training is one of its own, unless it is asked what a training set alone does. */
const firstWeights: FirstWeights = 'of each run'

/** Sizes of the assignment and of the notebook, 100 epochs; how many pairs is the scale's affair. */
export const assignment = {
  quick: { ...sizes, firstWeights, pairs: 4000 },
  full: { ...sizes, firstWeights, pairs: 10_000 },
} as const satisfies Record<string, Omit<PerceptronConfiguration, 'criterion'>>

/** Beyond the notebook's epochs, training goes on in float64 on the host, which an ensemble of 2 weights is faster on. */
const epochsOnEngine = 100

/** Trains perceptrons by one criterion, once for all specs that ask, and measures them. */
export async function trainPerceptrons(
  configuration: PerceptronConfiguration,
  laboratory: Laboratory,
): Promise<Measures> {
  const { key, train } = await perceptronRun(configuration, laboratory)
  return laboratory.store.run(key, train)
}

/** Trains by both criteria. */
export async function compareCriteria({ arms, ...shared }: ComparisonConfiguration, laboratory: Laboratory) {
  const runs = arms.map((criterion) => perceptronRun({ ...shared, criterion }, laboratory))
  const [better, worse] = await laboratory.store.runAll(await Promise.all(runs))
  return { better: better!, worse: worse! }
}

async function perceptronRun(
  configuration: PerceptronConfiguration,
  laboratory: Laboratory,
): Promise<RunRequest<Measures>> {
  const { criterion, pairs, points, testPoints, epochs, learningRate, labels, firstWeights } = configuration
  const onEngine = epochs <= epochsOnEngine
  const { seed } = laboratory
  const engine = onEngine ? await engineKey(laboratory) : 'host'
  return {
    key: { experiment: `perceptron ${criterion}`, sources, configuration, seed, engine },
    async train() {
      const sets = drawTrainingSets(seed, pairs, points, labels, firstWeights)
      const training = { a: marginOf[criterion], epochs, learningRate }
      const trained = onEngine ? await trainOnEngine(sets, training) : trainOnHost(sets, training)
      return measure(trained, sets, drawTestSets(seed, pairs, testPoints, labels), epochs)
    },
  }
}
