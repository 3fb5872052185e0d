// Measures what users wait for:
//   npm run bench [-- --rounds 7] [--only lenet] [--python PYTHON] [--json FILE] [--markdown FILE]   contenders side by side
//   npm run bench -- --profile [--only lenet]    where the time of a training goes, by kernel
//   npm run bench -- --growth [--rounds 7] [--only runs] [--figure FILE]   how time and memory grow with runs, batch, width, depth …
//   npm run bench -- --waits [--rounds 7]        what one waits for while working on the project
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { load, unload } from '../scripts/load.mjs'

const { endBy, HomeworkError } = await load('/src/homework-error.ts')

/** What is measured, and the switches that go with it. */
const modes = {
  race: ['rounds', 'only', 'python', 'json', 'markdown'],
  profile: ['only'],
  growth: ['rounds', 'only', 'figure'],
  waits: ['rounds'],
}

try {
  const { mode, given } = parse()
  const { rounds: words = '7', only = '' } = given
  const rounds = Number(words)
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new HomeworkError(`--rounds ${words} is no count of rounds: give an integer of 1 or more.`)
  }
  if (mode === 'profile') {
    const { profileCommand } = await load('/bench/profile/command.ts')
    await profileCommand(only)
  } else if (mode === 'growth') {
    const { growthCommand } = await load('/bench/growth/command.ts')
    await growthCommand(rounds, only, given.figure)
  } else if (mode === 'waits') {
    const { waitsCommand } = await load('/bench/waits/command.ts')
    await waitsCommand(rounds)
  } else {
    const { raceCommand, ownPython } = await load('/bench/race/command.ts')
    const python = given.python ?? ownPython(fileURLToPath(new URL('python/.venv', import.meta.url)))
    await raceCommand({ ...given, only, rounds, python })
  }
} catch (error) {
  endBy(error)
}
await unload()

function parse() {
  const { profile, growth, waits, ...given } = parseWords()
  const asked = Object.entries({ profile, growth, waits }).flatMap(([mode, isAsked]) => (isAsked ? [mode] : []))
  if (asked.length > 1) throw new HomeworkError(`--${asked.join(' and --')} are measured one at a time.`)
  const mode = asked[0] ?? 'race'
  const foreign = Object.keys(given).find((name) => !modes[mode].includes(name))
  if (foreign !== undefined) {
    const where = Object.keys(modes).filter((each) => modes[each].includes(foreign))
    const goes = where.map((each) => (each === 'race' ? 'npm run bench alone' : `--${each}`)).join(' and ')
    throw new HomeworkError(`--${foreign} goes with ${goes}. bench/run.mjs lists the switches.`)
  }
  return { mode, given }
}

function parseWords() {
  const text = { type: 'string' }
  const flag = { type: 'boolean' }
  const options = { rounds: text, only: text, python: text, json: text, markdown: text, figure: text }
  try {
    return parseArgs({ options: { ...options, profile: flag, growth: flag, waits: flag } }).values
  } catch (error) {
    throw new HomeworkError(`${error.message.replace(/\.?$/, '.')} bench/run.mjs lists the switches.`)
  }
}
