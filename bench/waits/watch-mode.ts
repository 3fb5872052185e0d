import { utimesSync } from 'node:fs'
import { startStopwatch } from '../../src/clock.ts'
import { runCommand } from './run-command.ts'

const settled = 'Waiting for file changes'

/**
 * How long watch mode takes from an edit to the end of the run that it starts, each time.
 *
 * @param spec - is watched
 * @param edited - is touched, its content stays
 * @throws {Error} with the last lines if the watch ends by itself
 */
export async function watchMode(folder: string, spec: string, edited: string, edits: number): Promise<number[]> {
  const seconds: number[] = []
  let runs = 0
  let elapsed: (() => number) | undefined
  const { output } = await runCommand([process.execPath, 'node_modules/vitest/vitest.mjs', 'watch', spec], {
    folder,
    listen(output, end) {
      const finished = output.split(settled).length - 1
      if (finished === runs) return
      runs = finished
      if (elapsed !== undefined) seconds.push(elapsed())
      if (seconds.length === edits) return end()
      // The watcher joins edits that follow each other at once.
      setTimeout(() => {
        elapsed = startStopwatch()
        const now = process.hrtime()[0] + runs
        utimesSync(`${folder}/${edited}`, now, now)
      }, 1000)
    },
  })
  if (seconds.length < edits)
    throw new Error(`the watch of ${spec} ended:\n${output.split('\n').slice(-20).join('\n')}`)
  return seconds
}
