// Without a disk that can be mounted: a folder that the user may read and not write.

import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { publishedContents } from '../../src/experiments/lenet/mnist/source-chain.ts'
import { RunStore } from '../../src/training/run-store.ts'
import { goodMirror } from './mnist/local-mirror.ts'
import { smallContents, smallEdition } from './mnist/small-edition.ts'
import { expectOnlyStored } from './run-store/expect-only-stored.ts'
import { key } from './run-store/key.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const bound = process.getuid !== undefined && process.getuid() !== 0
const why = 'root writes in spite of the mode, and Windows has none'

/** Until the test is over, so that the folder can be removed then. */
function refuseWriting(folder: string): void {
  chmodSync(folder, 0o555)
  onTestFinished(() => chmodSync(folder, 0o755))
}

test('a run store that may not be written uses what is there, and refuses the rest before it trains', async ({
  skip,
}) => {
  if (!bound) skip(why)
  const folder = temporaryFolder()
  await new RunStore(folder).run(key, () => 'stored')
  for (const each of [folder, join(folder, 'in-training')]) refuseWriting(each)
  await expectOnlyStored(folder, /cannot be used: EACCES.* HOMEWORK_CACHE/)
})

test('MNIST is used from a cache that may not be written', async ({ skip }) => {
  if (!bound) skip(why)
  const cache = temporaryFolder()
  refuseWriting(cache)
  const said: string[] = []
  const options = { mirrors: [(await goodMirror()).address], say: (line: string) => said.push(line) }
  expect(await publishedContents(smallEdition, { mnistDirectory: null, cache }, options)).toEqual(smallContents)
  expect(said.at(-1)).toMatch(/^MNIST is used, but not kept for the next run: EACCES.* Mend HOMEWORK_CACHE=/)
})
