import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { writeFolder } from '../../src/experiments/lenet/mnist/folder.ts'
import { labelOf, thisProcess } from '../../src/training/process-identity.ts'
import { smallContents, smallEdition } from './mnist/small-edition.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

test('to store MNIST removes what a killed process had begun, and leaves what a living one writes', async () => {
  const folder = temporaryFolder()
  const begun = (pid: number) => {
    const draft = join(folder, `draft.${labelOf({ ...thisProcess, pid, start: '0' })}-abcdef`)
    mkdirSync(draft)
    writeFileSync(join(draft, smallEdition[0]!.name), smallContents[0]!)
    return draft
  }
  const living = begun(process.ppid)
  // No system gives a process such a number.
  begun(2 ** 30)
  await writeFolder(folder, smallEdition, smallContents)
  const names = smallEdition.map(({ name }) => name)
  expect(readdirSync(folder).sort()).toEqual([basename(living), ...names].sort())
})
