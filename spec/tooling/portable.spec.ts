import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { accepted } from './portable/accepted.ts'
import { nonPortable } from './portable/non-portable.ts'

const root = join(import.meta.dirname, '..', '..')
const scripts: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts

/** All files of the project that are code which a user's machine runs. */
const sources = ['src', 'scripts', 'bench', 'endurance', 'mutation', 'examples', 'zoo', 'calibration', 'spec'].flatMap(
  (folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|mjs)$/.test(name) && !name.includes('portable'))
      .map((name) => join(folder, name).replaceAll('\\', '/')),
)

describe('a command of package.json', () => {
  test.each(Object.entries(scripts))('%s runs in the shells of Linux, macOS and Windows', (_, command) => {
    for (const part of command.split(' && ')) {
      const [program, ...words] = part.split(' ')
      // npm puts these on the PATH everywhere; anything else may not be there.
      expect(['node', 'npm', 'vitest', 'tsc', 'biome']).toContain(program)
      // Quotes, variables, globs, pipes and paths with backslashes are another matter in each shell.
      for (const word of words) expect(word).toMatch(/^[\w./:=-]+$/)
      if (program === 'node') expect(existsSync(join(root, words[0]!))).toBe(true)
    }
  })
})

describe('a source', () => {
  test('takes nothing for granted that only some systems have, but where a reason is given', () => {
    expect(sources.length).toBeGreaterThan(300)
    const found = sources.flatMap((path) =>
      nonPortable(readFileSync(join(root, path), 'utf8')).map((what) => `${path}: ${what}`),
    )
    expect(found.sort()).toEqual(accepted.map(({ file, finding }) => `${file}: ${finding}`).sort())
  })

  test.each([
    ["readFileSync('/proc/self/stat')", 'a path of Linux'],
    ["writeFileSync('/tmp/x')", 'a path of Linux'],
    ["spawn('bash', ['-c', 'true'])", 'a shell of Unix'],
    ['new URL(".", import.meta.url).pathname', 'the path of a file URL, which has a slash before C: on Windows'],
    ["spawn('npm', ['ci'])", 'npm, which is npm.cmd on Windows'],
    ["process.on('SIGUSR1', run)", 'a signal of Unix'],
    ...['true', 'windows', "process.platform === 'win32'"].map((shell) => [
      `spawn(process.execPath, words, { cwd, shell: ${shell} })`,
      'a shell for any program, which takes the path of Node apart on Windows',
    ]),
  ])('that says %s is found', (source, what) => {
    expect(nonPortable(source)).toEqual([what])
  })

  test('that asks for the platform is looked at all the same', () => {
    expect(nonPortable("process.platform; readFileSync('/proc/self/stat')")).toEqual(['a path of Linux'])
  })
})

describe('the path of a file', () => {
  const paths = trackedFiles()

  test('is one that Windows can hold, also in a folder of its own', () => {
    const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
    for (const path of paths) {
      // 260 are the limit, of which a folder needs some.
      expect(path.length).toBeLessThan(180)
      for (const name of path.split('/')) {
        expect(name).toMatch(/^[^<>:"|?*\\]+[^<>:"|?*\\. ]$|^\w$/)
        expect(name).not.toMatch(reserved)
      }
    }
  })

  test('differs from every other by more than capitals', () => {
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length)
  })
})

/** Of a checkout those that git knows, elsewhere the sources. */
function trackedFiles(): readonly string[] {
  if (!existsSync(join(root, '.git'))) return sources
  return execFileSync('git', ['ls-files', '-z', '--deduplicate'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '')
}
