import { expect, test } from 'vitest'
import { HomeworkError } from '../../src/homework-error.ts'
import { checkMachine, type Surroundings } from '../../src/native-engine/checks.ts'
import { engineNative } from '../../src/native-engine/command.ts'
import { lastWords, type RunProgram } from '../../src/native-engine/run-program.ts'
import { variants } from '../../src/native-engine/variant.ts'

/** A machine on which every command works but those that match. */
const without =
  (broken: RegExp): RunProgram =>
  async (program, words) => ({ code: broken.test([program, ...words].join(' ')) ? null : 0, output: '' })

const complete: Surroundings = {
  platform: 'linux',
  architecture: 'x64',
  glibc: '2.36',
  environment: { npm_execpath: '/npm/npm-cli.js' },
  freeBytes: 20e9,
  downloadedBytes: 0,
  run: without(/^$/),
}
const check = (lacking: Partial<Surroundings>) => checkMachine({ ...complete, ...lacking }, variants.cpu)

test('a machine with everything has its tools named', async () => {
  expect(await check({})).toEqual({ python: 'python3', npm: '/npm/npm-cli.js', compiler: 'g++' })
  const environment = { ...complete.environment, PYTHON: '/opt/python', CXX: 'clang++' }
  expect(await check({ environment })).toMatchObject({ python: '/opt/python', compiler: 'clang++' })
})

test.each<[string, Partial<Surroundings>, RegExp]>([
  ['Python', { run: without(/^python3/) }, /needs Python 3.9 or later \(python3 does not run; .*\)\. Nothing/],
  ['pip', { run: without(/pip/) }, /needs pip \(python3 has none: .*ensurepip/],
  ['a compiler', { run: without(/^g\+\+/) }, /needs a C\+\+17 compiler with its library \(g\+\+ .*: install g\+\+/],
  ['C++17', { run: without(/-std=gnu\+\+17 -fsyntax-only .*-include string/) }, /needs a C\+\+17 compiler/],
  ['npm', { environment: {} }, /needs npm \(start this by `npm run engine:native`\)/],
  ['room', { freeBytes: 0.7e9 }, /needs room on the disk \(0.7 GB are free and it takes 1.3 GB: .*HOMEWORK_CACHE/],
  ['room for the rest', { freeBytes: 0.7e9, downloadedBytes: 0.3e9 }, /0.7 GB are free and it takes 1.0 GB/],
  ['the GNU C library', { glibc: undefined }, /GNU C library 2.27 or later; here is another one/],
  ['a newer C library', { glibc: '2.17' }, /GNU C library 2.27 or later; here is 2.17/],
  ['Linux', { platform: 'darwin', architecture: 'arm64' }, /prepared for Linux on x64\. On darwin with arm64/],
  ['x64', { architecture: 'arm64' }, /prepared for Linux on x64\. On linux with arm64/],
])('a machine without %s is told what to do', async (_, lacking, message) => {
  const checked = check(lacking)
  await expect(checked).rejects.toThrow(HomeworkError)
  await expect(checked).rejects.toThrow(message)
})

test('wheels that lie there already need no room', async () => {
  expect(await check({ freeBytes: 1.1e9, downloadedBytes: 0.3e9 })).toMatchObject({ compiler: 'g++' })
})

test('everything that is missing is said at once', async () => {
  const checked = check({ run: without(/./), freeBytes: 0 })
  await expect(checked).rejects.toThrow(/Python.*; a C\+\+17 compiler.*; room/)
})

test('a word that the command does not know is an error that names those that it knows', async () => {
  await expect(engineNative(['--cuda'])).rejects.toThrow(
    "npm run engine:native takes -- --gpu and -- --remove: Unknown option '--cuda'",
  )
})

test.each([
  [
    'the lines that begin with an error',
    'Looking\nERROR: no version\nERROR: no match\nBye\n',
    'ERROR: no version ERROR: no match',
  ],
  [
    "a compiler's error",
    'In file a.h:\nb.h:25:10: fatal error: no c_api.h\nended\n',
    'b.h:25:10: fatal error: no c_api.h',
  ],
  [
    "a linker's complaint",
    '/usr/bin/ld: warning: no stack\n/usr/bin/ld: cannot find -l:libtensorflow_cc.so.2\ncollect2: error: ld returned 1\n',
    '/usr/bin/ld: cannot find -l:libtensorflow_cc.so.2 collect2: error: ld returned 1',
  ],
  [
    'what the linker misses',
    "/usr/bin/ld: /tmp/a.o: in function `main':\na.cc:(.text+0x5): undefined reference to `f()'\ncollect2: error: ld\n",
    "/usr/bin/ld: /tmp/a.o: in function `main': a.cc:(.text+0x5): undefined reference to `f()'",
  ],
  ['the last line where there are none', 'first\nlast\n\n', 'last'],
])('of what a failed program printed, %s are shown', (_, output, words) => {
  expect(lastWords(output)).toBe(words)
})
