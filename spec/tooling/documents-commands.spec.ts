import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { documents, flagsIn } from '../../scripts/docs-commands/documented-commands.ts'
import { flagList } from '../../scripts/docs-commands/flag-list.ts'
import { tryCommand } from '../../scripts/docs-commands/try-command.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')

describe('the flags of the documents', () => {
  test('are found in code, also where no command stands before them', () => {
    const text =
      'With `-- --torch` or `--only lenet`, and -- or --not-this:\n\n    npm run claims -- --shard=1/4    # each\n'
    expect(flagsIn(text)).toEqual(['--torch', '--only', '--shard'])
  })

  test('are all in the list that says who takes them, and the list has no other', () => {
    const flags = documents(root).flatMap((file) => flagsIn(readFileSync(join(root, file), 'utf8')))
    expect([...new Set(flags)].sort()).toEqual(Object.keys(flagList).sort())
  })

  const ours = Object.entries(flagList).flatMap(([flag, reader]) =>
    typeof reader === 'string' ? [] : [{ flag, file: reader.file }],
  )
  test.each(ours)('$flag is one that $file parses', ({ flag, file }) => {
    const option = `\\b${flag.slice(2)}: ((text|flag)\\b|\\{ type: )`
    expect(readFileSync(join(root, file), 'utf8')).toMatch(new RegExp(`'${flag}'|${option}`))
  })
})

// Starts a process, which a busy machine is slow at.
describe('a command that is tried', { timeout: 60_000 }, () => {
  const attempt = (command: string) => tryCommand(command, root, temporaryFolder())

  test('may say more than a mebibyte', async () => {
    // Not -p, of which Node 22.23 lets go before a pipe has taken it all.
    const { passed, output } = await attempt("node -e console.log('x'.repeat(2**21))")
    expect([passed, output.trim().length]).toEqual([true, 2 ** 21])
  })

  test('says at last how it ended', async () => {
    expect(await attempt('node -e process.exit(3)')).toMatchObject({ passed: false, output: 'It ended by 3.\n' })
  })

  test('fails by a reason where there is no such program', async () => {
    const { passed, output } = await attempt('no-such-program')
    expect(passed).toBe(false)
    // The shell of Windows says so itself.
    expect(output).toMatch(/It ended by (ENOENT|1)\.\n$/)
  })
})
