import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/training/canonical-json.ts'
import { openLaboratory } from '../../src/training/laboratory.ts'
import { RunStore } from '../../src/training/run-store.ts'
import { key } from './run-store/key.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const storedIn = (folder: string) => join(folder, readdirSync(folder).find((file) => file.endsWith('.run'))!)

test('a stored run names its key and the version of Node, whose Math it used', async () => {
  const folder = temporaryFolder()
  await new RunStore(folder).run(key, () => 'trained')
  const [, keyLine] = readFileSync(storedIn(folder), 'latin1').split('\n')
  expect(keyLine).toBe(canonicalJson({ ...key, node: process.version }))
})

test('a run is written beside its place and moved there, so that nobody sees a part of it', async () => {
  const folder = temporaryFolder()
  const identity = (path: string) => statSync(path, { bigint: true }).ino
  let draft: bigint | undefined
  await new RunStore(folder).run(key, () => {
    const drafts = join(folder, 'in-training')
    draft = identity(join(drafts, readdirSync(drafts)[0]!))
    return 'trained'
  })
  expect(identity(storedIn(folder))).toBe(draft)
})

test('the laboratory stores its runs in the folder "runs" of the cache', async () => {
  const folder = temporaryFolder()
  const { store } = openLaboratory({ HOMEWORK_CACHE: folder, HOMEWORK_BACKEND: 'cpu' })
  await store.run(key, () => 'trained')
  expect(readdirSync(folder)).toEqual(['runs'])
  expect(await new RunStore(join(folder, 'runs')).run(key, () => 'trained again')).toBe('trained')
})
