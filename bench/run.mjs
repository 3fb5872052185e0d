// Measures what users wait for, contenders side by side: npm run bench -- [--rounds 5] [--only lenet] [--keras PYTHON]
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { load, unload } from '../scripts/load.mjs'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    keras: { type: 'string' },
    json: { type: 'string' },
  },
})
const rounds = Number(options.rounds)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds ${options.rounds} is no count of rounds: give an integer of 1 or more.`)
  process.exit(1)
}

const { works } = await load('/bench/works.ts')
const { engines } = await load('/src/backend/chain.ts')

const node = (...words) => [process.execPath, [here('./contender.mjs'), ...words]]
const contenders = []
for (const engine of engines) {
  // The cpu engine is there to be right, and would take minutes for a round.
  if (engine.name === 'cpu' || (await engine.probe()).usable !== 'yes') continue
  contenders.push(await start(engine.name, ...node(engine.name, 'tuned')))
  if (engine.name === 'wasm') contenders.push(await start('wasm, stock', ...node('wasm', 'stock')))
}
if (options.keras) {
  contenders.push(await start('Keras, one core', options.keras, [here('./keras_contender.py'), '1']))
  contenders.push(await start('Keras, all cores', options.keras, [here('./keras_contender.py'), '0']))
}
// Ratios are to the project's own engine that everybody has.
const reference = contenders.find(({ name }) => name === 'wasm')

const results = []
for (const [index, work] of works.entries()) {
  if (!work.name.toLowerCase().includes(options.only.toLowerCase())) continue
  const seconds = new Map(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    // A new first one in each round, so that a machine that warms up or slows down favours nobody.
    const order = contenders.map((_, place) => contenders[(place + round) % contenders.length])
    for (const contender of order) {
      const taken = await contender.round(index)
      if (round > 0) seconds.get(contender.name).push(taken)
    }
  }
  console.log(table(work, seconds))
  results.push({ work: work.name, unit: work.unit, seconds: Object.fromEntries(seconds) })
}
for (const contender of contenders) contender.stop()
await unload()
if (options.json) {
  const about = Object.fromEntries(contenders.map(({ name, ready }) => [name, ready]))
  writeFileSync(options.json, `${JSON.stringify({ contenders: about, rounds, results }, null, 2)}\n`)
}

async function start(name, command, words) {
  const child = spawn(command, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async (key) => {
    for (;;) {
      const { value, done } = await lines.next()
      if (done) throw new Error(`${name} ended before it answered.`)
      // A library may print lines of its own.
      if (value.startsWith(`{"${key}"`)) return JSON.parse(value)[key]
    }
  }
  const ready = await answer('ready')
  console.error(`${name}: ${ready}`)
  return {
    name,
    ready,
    round(index) {
      child.stdin.write(`${index}\n`)
      return answer('seconds')
    },
    stop: () => child.stdin.end(),
  }
}

function table(work, seconds) {
  const base = seconds.get(reference.name)
  const rows = [...seconds].map(([name, taken]) => {
    const ratios = taken.map((value, round) => value / base[round])
    const [middle, low, high] = [median(taken), Math.min(...taken), Math.max(...taken)].map(milliseconds)
    return `| ${name} | ${middle} | ${low} to ${high} | ${median(ratios).toFixed(2)} |`
  })
  return [
    `\n### ${work.name}`,
    '',
    `| contender | ms a ${work.unit}, median | spread | times wasm |`,
    '|---|---|---|---|',
    ...rows,
  ].join('\n')
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

function milliseconds(seconds) {
  return (1000 * seconds).toPrecision(3)
}
