// Runs the commands that the documents tell people to run, but those named with the reason why not: npm run docs:commands
import { load, unload } from './load.mjs'

const { runDocumented } = await load('/scripts/docs-commands/run-documented.ts')
process.exitCode = (await runDocumented()) ? 0 : 1
await unload()
