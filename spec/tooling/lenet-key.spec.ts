import { expect, test } from 'vitest'
import type { EngineDescription } from '../../src/backend/engine.ts'
import { lenetRun } from '../../src/experiments/lenet/experiment.ts'
import { drawnGlyphs } from '../../src/experiments/lenet/mnist/glyphs.ts'
import { engineKey } from '../../src/training/engine-key.ts'
import { sourceDigest } from '../../src/training/source-digest.ts'

const engine = async (): Promise<EngineDescription> => ({
  name: 'wasm',
  device: 'a device',
  package: 'a package',
  version: '1.0.0',
})
const configuration = {
  variant: 'both',
  scaling: 'divided by 255',
  repetition: 0,
  trainingImages: 10,
  epochs: 1,
  batchSize: 5,
  learningRate: 0.01,
  validationImages: 5,
} as const
const glyphs = drawnGlyphs('machinery', { train: 10, test: 10 })

test('the key of a LeNet-5 names all that determines it', async () => {
  const { key } = await lenetRun(configuration, { seed: 'a seed', engine }, glyphs)
  expect(key).toEqual({
    experiment: 'lenet both',
    sources: expect.anything(),
    configuration,
    seed: 'a seed',
    engine: await engineKey({ engine }),
    data: glyphs.digest,
  })
})

// The digest of the data is of the files, so the code that makes arrays of them is part of the key.
test.each(['experiment.ts', 'mnist/mnist.ts'])(
  'its sources are those of %s and of all that this imports',
  async (module) => {
    const { key } = await lenetRun(configuration, { seed: 'a seed', engine }, glyphs)
    const path = new URL(`../../src/experiments/lenet/${module}`, import.meta.url)
    expect(key.sources).toContain(sourceDigest(path))
  },
)
