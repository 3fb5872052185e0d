// Says the name of a temporary folder, and gets a signal before it has done with it: node interrupted.mjs SIGINT
import { writeFileSync } from 'node:fs'
import { load } from '../../../scripts/load.mjs'

const { inTemporaryFolder } = await load('/scripts/in-temporary-folder.ts')
await inTemporaryFolder('homework-interrupted', async (folder) => {
  writeFileSync(`${folder}/cache`, '')
  console.log(folder)
  // As the system would raise it, also on Windows, where a process cannot send it to another.
  process.emit(process.argv[2])
  process.kill(process.pid, 'SIGKILL')
})
