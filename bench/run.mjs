// Measures what users wait for:
//   npm run bench [-- --rounds 7] [--only lenet] [--python PYTHON] [--json FILE] [--markdown FILE]   contenders side by side
//   npm run bench -- --profile [--only lenet]    where the time of a training goes, by kernel
//   npm run bench -- --growth [--figure FILE]    how time and memory grow with runs, batch, width, depth and processes
//   npm run bench -- --waits                     what one waits for while working on the project
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { load, unload } from '../scripts/load.mjs'

const { endBy, HomeworkError } = await load('/src/homework-error.ts')
try {
  const { values: options } = parse()
  const rounds = Number(options.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new HomeworkError(`--rounds ${options.rounds} is no count of rounds: give an integer of 1 or more.`)
  }
  if (options.profile) {
    const { profileCommand } = await load('/bench/profile/command.ts')
    await profileCommand(options.only)
  } else if (options.growth) {
    const { growthCommand } = await load('/bench/growth/command.ts')
    await growthCommand(rounds, options.only, options.figure)
  } else if (options.waits) {
    const { waitsCommand } = await load('/bench/waits/command.ts')
    await waitsCommand(rounds)
  } else {
    const { raceCommand, ownPython } = await load('/bench/race/command.ts')
    const python = options.python ?? ownPython(fileURLToPath(new URL('python/.venv', import.meta.url)))
    await raceCommand({ ...options, rounds, python })
  }
} catch (error) {
  endBy(error)
}
await unload()

function parse() {
  const words = { type: 'string' }
  try {
    return parseArgs({
      options: {
        rounds: { type: 'string', default: '7' },
        only: { type: 'string', default: '' },
        python: words,
        json: words,
        markdown: words,
        figure: words,
        profile: { type: 'boolean' },
        growth: { type: 'boolean' },
        waits: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new HomeworkError(`${error.message} bench/run.mjs lists the switches.`)
  }
}
