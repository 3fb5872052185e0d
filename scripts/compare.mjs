// Compares two reports: npm run compare -- OLD NEW, the paths of two claims.json files.
import { load, unload } from './load.mjs'

const { compareCommand } = await load('/src/report/compare/command.ts')
process.exitCode = compareCommand(process.argv.slice(2))
await unload()
