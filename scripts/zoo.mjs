// Hands in known mistakes one by one and says which specs see them: npm run zoo -- [a piece of a name]
import { fileURLToPath } from 'node:url'
import { load, unload } from './load.mjs'

const { tryMistakes } = await load('/zoo/try-mistakes.ts')
const { endBy } = await load('/src/homework-error.ts')
const seen = await tryMistakes(fileURLToPath(new URL('..', import.meta.url)), process.argv.slice(2)).catch(endBy)
await unload()
process.exitCode = seen ? 0 : 1
