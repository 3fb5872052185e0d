// Asks whether the project holds up:
//   npm run claims:seeds -- 20 [P2 …]      runs the claims under that many fresh seeds: no verdict may flip
//   npm run interruptions -- 20 [P2.1 …]   kills a run of claims that often, resumes it, and compares the results
//   npm run soak -- 10 [P1 …]              runs the claims that often in a row: time and memory must stay as they are
import { load, unload } from '../scripts/load.mjs'

const { endBy, HomeworkError } = await load('/src/homework-error.ts')
const [command, times = '', ...words] = process.argv.slice(2)
try {
  if (!/^[1-9]\d{0,2}$/.test(times)) {
    throw new HomeworkError(`'${times}' is no count of times: give 1 to 999, as in npm run ${command} -- 10`)
  }
  const { interruptionsCommand } = await load('/endurance/interruptions.ts')
  const { overSeedsCommand } = await load('/endurance/over-seeds.ts')
  const { soakCommand } = await load('/endurance/soak.ts')
  const commands = { 'claims:seeds': overSeedsCommand, interruptions: interruptionsCommand, soak: soakCommand }
  process.exitCode = (await commands[command](Number(times), words)) ? 0 : 1
} catch (error) {
  endBy(error)
}
await unload()
