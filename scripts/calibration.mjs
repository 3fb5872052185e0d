// Judges thousands of claims whose truth is known: npm run calibration -- 10000
import { load, unload } from './load.mjs'

const [words = '10000'] = process.argv.slice(2)
const claims = Number(words)
if (!Number.isInteger(claims) || claims < 100) {
  console.error(`${words} is no count of claims: give an integer of 100 or more, as in npm run calibration -- 10000`)
  process.exit(1)
}
const { calibrate, excesses, wrongEffects } = await load('/calibration/calibrate.ts')
const { tablesOf } = await load('/calibration/tables.ts')
const { readSwitches } = await load('/src/switches.ts')
const { endBy } = await load('/src/homework-error.ts')
try {
  const calibration = calibrate(readSwitches(process.env).seed, { claims, alphas: [0.05, 0.01, 0.001], size: 'large' })
  console.log(tablesOf(calibration))
  process.exitCode = excesses(calibration).length + wrongEffects(calibration).length === 0 ? 0 : 1
} catch (error) {
  endBy(error)
}
await unload()
