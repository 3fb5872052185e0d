import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { artifact, workflow } from '../../src/report/compare/base-report.ts'
import { readSwitches } from '../../src/switches.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, '.github/workflows')
const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts)
const steps = readdirSync(folder).map((file) => {
  const text = readFileSync(join(folder, file), 'utf8')
  return { file, text, commands: [...text.matchAll(/^ +(?:- )?run: (.*)$/gm)].map(([, command]) => command!) }
})

describe('the workflows', () => {
  test.each(steps)('$file has no step that is more than a command of the project', ({ commands }) => {
    expect(commands.length).toBeGreaterThan(0)
    for (const command of commands) {
      const [, script] = /^npm (?:run )?([\w:-]+)/.exec(command) ?? []
      expect(['ci', ...scripts], command).toContain(script)
      expect(command).not.toMatch(/[|&;`]|\$\(/)
    }
  })

  test('upload the report where the comparison with a branch looks for it', () => {
    const { text, commands } = steps.find(({ file }) => file === workflow)!
    expect(commands).toContain('npm run compare -- --branch "$BASE_BRANCH" claims-report/claims.json')
    expect(text).toMatch(
      new RegExp(`upload-artifact@.*\\n.*\\n +with:\\n +name: ${artifact}\\n +path: claims-report\\n`),
    )
  })
})

test('a fresh seed is another one each time, and is printed as it is given to the job', () => {
  const output = join(temporaryFolder(), 'output')
  const draw = () =>
    spawnSync(process.execPath, [join(root, 'scripts/fresh-seed.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, GITHUB_OUTPUT: output },
    }).stdout.trim()
  const [first, second] = [draw(), draw()].map((line) => line.replace(/^HOMEWORK_SEED=/, ''))
  expect(first).not.toBe(second)
  expect(readFileSync(output, 'utf8')).toBe(`seed=${first}\nseed=${second}\n`)
  expect(readSwitches({ HOMEWORK_SEED: first }).seed).toBe(first)
})
