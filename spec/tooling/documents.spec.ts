import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandList } from '../../scripts/docs-commands/command-list.ts'
import { commandsIn, documentedCommands, documents } from '../../scripts/docs-commands/documented-commands.ts'

const root = join(import.meta.dirname, '..', '..')
const scripts: object = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts
const documented = documentedCommands(root)

describe('the commands of the documents', () => {
  test('are found in code of lines and within lines', () => {
    const text = 'Run `npm test`, or\n\n    npm ci && npm run claims    # all of it\n    ✓  P1.1\n'
    expect(commandsIn(text)).toEqual(['npm ci', 'npm run claims', 'npm test'])
  })

  test('are all in the list that says how each is tried, and the list has no other', () => {
    const commands = new Set(documented.map(({ command }) => command))
    expect(Object.keys(commandList).sort()).toEqual([...commands].sort())
  })

  test.each(documented)('$command of $file names a script that there is', ({ command }) => {
    const [, script] = /^npm run (\S+)/.exec(command) ?? []
    if (script === undefined) expect(command).toMatch(/^(npm (ci|test|install --no-save) ?|npx vitest)/)
    else expect(scripts).toHaveProperty([script])
  })
})

describe('the links of the documents', () => {
  test.each(documents(root))('of %s lead to files', (file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, target]) => target!)
    for (const target of targets) expect(existsSync(join(root, dirname(file), target)), target).toBe(true)
  })

  test('lead to every document', () => {
    const linked = documents(root).flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      return [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => join(dirname(file), target!))
    })
    for (const file of documents(root)) if (file !== 'README.md') expect(linked).toContain(join(file))
  })
})
