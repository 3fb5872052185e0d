import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { NotRun } from '../../src/claims/not-run.ts'
import { loadMnist } from '../../src/experiments/lenet/mnist/mnist.ts'
import { mnistDigest, mnistFiles } from '../../src/experiments/lenet/mnist/published-file.ts'
import { HomeworkError } from '../../src/homework-error.ts'
import { missingInCi } from '../../src/report/missing-in-ci.ts'
import { localMirror } from './mnist/local-mirror.ts'
import { idxFile } from './mnist/small-edition.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

describe('MNIST that is absent', () => {
  test('a claim is not run, for a reason that says how to get the files', async () => {
    const cache = temporaryFolder()
    const error = (await loadMnist({ mnistDirectory: null, cache }, { mirrors: [] }).catch(
      (caught) => caught,
    )) as NotRun
    expect(error).toBeInstanceOf(NotRun)
    expect(error.message).toContain(`MNIST_DIR is not set, ${join(cache, 'mnist')} does not hold it`)
    for (const { name } of mnistFiles) expect(error.message).toContain(name)
    expect(error.message).toContain('set MNIST_DIR to their folder')
  })

  test('mirrors that failed are not asked again in the same process', async () => {
    const mirror = await localMirror((response) => response.writeHead(503).end())
    const places = { mnistDirectory: null, cache: temporaryFolder() }
    await expect(loadMnist(places, { mirrors: [] })).rejects.toThrow('it was not to be downloaded')
    for (let round = 0; round < 3; round++) {
      await expect(loadMnist(places, { mirrors: [mirror.address], say: () => {} })).rejects.toThrow(NotRun)
    }
    expect(mirror.asked).toEqual(['train-images-idx3-ubyte.gz'])
  })

  test('in CI alone the run goes red, unless synthetic data are allowed', () => {
    expect(missingInCi({ CI: 'true' }, false, 2)).toContain('2 claims were not run for want of MNIST')
    expect(missingInCi({ CI: '1' }, false, 1)).toContain('HOMEWORK_ALLOW_SYNTHETIC=1')
    expect(missingInCi({ CI: 'true' }, true, 2)).toBeNull()
    expect(missingInCi({ CI: 'true' }, false, 0)).toBeNull()
    expect(missingInCi({ CI: '' }, false, 2)).toBeNull()
    expect(missingInCi({}, false, 2)).toBeNull()
  })
})

describe('images that are not MNIST', () => {
  test('files of the right form and size are refused by their digest, and looked at anew once they are mended', {
    timeout: 60_000,
  }, async () => {
    const folder = temporaryFolder()
    const places = { mnistDirectory: folder, cache: temporaryFolder() }
    for (const { name, shape } of mnistFiles) {
      const blank = new Uint8Array(shape.reduce((product, size) => product * size))
      writeFileSync(join(folder, `${name}.gz`), gzipSync(idxFile(shape, blank), { level: 1 }))
    }
    await expect(loadMnist(places)).rejects.toThrow(`instead of ${mnistFiles[0]!.sha256}`)
    mkdirSync(join(folder, mnistFiles[0]!.name))
    await expect(loadMnist(places)).rejects.toThrow(HomeworkError)
    await expect(loadMnist(places)).rejects.toThrow('it is not a regular file')
  })

  test('the digest of the data set is what sha256sum says of what sha256sum says of the four files', () => {
    expect(mnistDigest).toBe('474311efcf1fd213e64768801dc6195673bffb8385179d6c55cd8748b9e2e8ca')
  })
})
