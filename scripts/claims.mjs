// Runs the claims: npm run claims -- [P2] [P2.3] ["a piece of a title"] [Vitest's own flags]
import { fileURLToPath } from 'node:url'
import { parseCLI } from 'vitest/node'
import { load, unload } from './load.mjs'

const given = process.argv.slice(2)
const words = parseCLI(['vitest', 'run', ...given]).filter.map(String)
const flags = [...given]
for (const word of words) flags.splice(flags.indexOf(word), 1)

const projects = ['claims', 'claims-on-mnist', 'claims-timed'].map((name) => `--project=${name}`)
// The flags stand last: -u would take a spec behind it for its value.
process.argv.splice(2, given.length, 'run', ...(words.length > 0 ? await specs() : []), ...projects, ...flags)
await import('../node_modules/vitest/vitest.mjs')

async function specs() {
  const { specsNamed } = await load('/scripts/select-claims.ts')
  const named = specsNamed(fileURLToPath(new URL('..', import.meta.url)), words)
  await unload()
  return named
}
