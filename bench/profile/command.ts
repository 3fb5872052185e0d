import { chooseEngine, openEngine } from '../../src/backend/chain.ts'
import { startStopwatch } from '../../src/clock.ts'
import { alignColumns } from '../../src/report/align-columns.ts'
import { readSwitches } from '../../src/switches.ts'
import { chosenWorks } from '../race/chosen-works.ts'
import { adviceFor, outsideKernels } from './advice.ts'
import { type Profile, profileKernels } from './profile-kernels.ts'

/** Shares of the time from which on a kernel is listed, and on which there is advice. */
const listed = 0.01
const advised = 0.05

/**
 * Prints where the time of works goes on the engine of HOMEWORK_BACKEND, by kernel.
 *
 * @throws {HomeworkError} if no work is named so, or the engine is not there
 */
export async function profileCommand(only: string): Promise<void> {
  const works = chosenWorks(only)
  const { engine } = await chooseEngine(readSwitches(process.env).backend)
  const { device } = await openEngine(engine)
  for (const work of works) {
    const round = work.parts[0]!()
    await round.own()
    const elapsed = startStopwatch()
    await round.own()
    const unwatched = elapsed()
    const profile = await profileKernels(() => round.own())
    console.log(`\n${work.name}; ${engine} (${device}), ${milliseconds(unwatched)} ms a round without the profile`)
    for (const line of profileInLines(profile)) console.log(line)
  }
}

/** The profile as a table, with advice on what takes much of the time. */
export function profileInLines({ seconds, kernels }: Profile): string[] {
  const inside = kernels.reduce((sum, kernel) => sum + kernel.seconds, 0)
  const rows = [...kernels, { kernel: outsideKernels, calls: 0, seconds: seconds - inside }]
    .sort((a, b) => b.seconds - a.seconds)
    .filter((row) => row.seconds >= listed * seconds)
  const table = rows.map((row) => [
    row.kernel,
    row.calls === 0 ? '' : String(row.calls),
    milliseconds(row.seconds),
    `${((100 * row.seconds) / seconds).toFixed(1)} %`,
    row.seconds >= advised * seconds ? adviceFor(row.kernel) : '',
  ])
  return alignColumns([['kernel', 'calls', 'ms', 'share', 'what it suggests'], ...table])
}

function milliseconds(seconds: number): string {
  return (1000 * seconds).toFixed(1)
}
