// Hands in known mistakes one by one and says which specs see them: npm run zoo -- [a piece of a name]
import { fileURLToPath } from 'node:url'
import { load, unload } from './load.mjs'

const { tryMistakes } = await load('/zoo/try-mistakes.ts')
const { endBy } = await load('/src/homework-error.ts')
const { inTemporaryFolder } = await load('/scripts/in-temporary-folder.ts')
// All that the zoo and its specs put down for a while goes with this folder, whatever ends the process.
const seen = await inTemporaryFolder('homework-zoo', (folder) => {
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return tryMistakes(fileURLToPath(new URL('..', import.meta.url)), process.argv.slice(2))
}).catch(endBy)
await unload()
process.exitCode = seen ? 0 : 1
