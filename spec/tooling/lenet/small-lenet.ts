import { openEngine } from '../../../src/backend/chain.ts'
import { type Arm, lenetRun, type TrainedLenet } from '../../../src/experiments/lenet/experiment.ts'
import { drawnGlyphs } from '../../../src/experiments/lenet/mnist/glyphs.ts'
import { engineNames } from '../keras/engines.ts'

/** Digits that stand in for MNIST. */
export const glyphs = drawnGlyphs('machinery', { train: 40, test: 30 })

/** Three steps. */
export const few = { trainingImages: 24, epochs: 1, batchSize: 8, learningRate: 0.1, validationImages: 20 } as const

/** Milliseconds for a test: the engine cpu takes seconds for a training, and a busy machine several times that. */
export const timeout = 60_000

/** Trains on the glyphs and on the engine of this run, without a store. */
export async function trainSmall(
  arm: Arm,
  seed: string,
  learningRate: number = few.learningRate,
): Promise<TrainedLenet> {
  const engine = () => openEngine(engineNames[0]!)
  const { train } = await lenetRun({ ...few, ...arm, learningRate }, { seed, engine }, glyphs)
  return train()
}
