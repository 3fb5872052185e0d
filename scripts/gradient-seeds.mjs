// Runs the properties of gradients under fresh seeds, a line each: npm run gradients:seeds -- 20
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'

const [words = '20'] = process.argv.slice(2)
const count = Number(words)
if (!Number.isInteger(count) || count < 1) {
  console.error(`${words} is no count of seeds: give an integer of 1 or more, as in npm run gradients:seeds -- 20`)
  process.exit(1)
}

const root = fileURLToPath(new URL('..', import.meta.url))
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))

/** @returns {Promise<{ code: number, output: string }>} */
function run(seed) {
  const words = [vitest, 'run', 'spec/gradients', '--project', 'machinery', '--reporter', 'default']
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, HOMEWORK_SEED: seed, NO_COLOR: '1' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code: code ?? 1, output })))
}

let failed = 0
for (let index = 1; index <= count; index++) {
  const seed = randomUUID()
  const { code, output } = await run(seed)
  const tests = /^\s*Tests\s+(.*)$/m.exec(output)?.[1] ?? 'no test ran'
  console.log(`${String(index).padStart(2)}/${count}  ${code === 0 ? 'pass' : 'FAIL'}  HOMEWORK_SEED=${seed}  ${tests}`)
  if (code === 0) continue
  failed++
  const summary = output.indexOf('Failed Tests')
  console.log(summary < 0 ? output : output.slice(summary))
}
console.log(failed === 0 ? `All ${count} seeds pass.` : `${failed} of ${count} seeds fail.`)
process.exitCode = failed === 0 ? 0 : 1
