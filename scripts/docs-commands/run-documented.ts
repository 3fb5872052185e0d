import { fileURLToPath } from 'node:url'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { commandList } from './command-list.ts'
import { documentedCommands } from './documented-commands.ts'
import { tryCommand } from './try-command.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs what the documents say, each command once and with a cache of its own, and prints a line each.
 *
 * @returns whether all end with 0
 */
export async function runDocumented(): Promise<boolean> {
  const commands = [...new Set(documentedCommands(root).map(({ command }) => command))]
  const counts = { passed: 0, failed: 0, leftOut: 0 }
  await inTemporaryFolder('homework-docs', async (cache) => {
    for (const command of commands) {
      const trial = commandList[command]
      if (trial === undefined) {
        console.log(`FAILED          ${command}: it is not in command-list.ts`)
        counts.failed++
        continue
      }
      if (typeof trial === 'object' && 'leftOut' in trial) {
        console.log(`left out        ${command}: ${trial.leftOut}`)
        counts.leftOut++
        continue
      }
      const said = trial === 'as it stands' ? command : trial.as
      const { passed, seconds, output } = await tryCommand(said, root, cache)
      counts[passed ? 'passed' : 'failed']++
      console.log(
        `${passed ? 'passed' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s ${command}${said === command ? '' : ` as ${said}`}`,
      )
      if (!passed) console.log(output.split('\n').slice(-30).join('\n'))
    }
  })
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.leftOut} left out.`)
  return counts.failed === 0
}
