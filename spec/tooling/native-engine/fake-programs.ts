import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Circumstances, Ended, RunProgram } from '../../../src/native-engine/run-program.ts'

/** The programs of a build, by what they do there. */
export type Deed = 'npm ci' | 'pip download' | 'unpack' | 'compile'

/** How a fake program ends: well, or with words that the test chooses. */
export type Endings = Partial<Record<Deed, Ended>>

/**
 * Programs that do in a moment what the real ones do in minutes: each writes the files that the next step asks for.
 *
 * @returns how to run them, and the deeds done so far
 */
export function fakePrograms(endings: Endings = {}): { readonly run: RunProgram; readonly deeds: Deed[] } {
  const deeds: Deed[] = []
  const run: RunProgram = async (program, words, where) => {
    const deed = deedOf(program, words)
    deeds.push(deed)
    const ending = endings[deed]
    if (ending) return ending
    await does[deed](words, where)
    return { code: 0, output: '' }
  }
  return { run, deeds }
}

function deedOf(program: string, words: readonly string[]): Deed {
  if (words.includes('ci')) return 'npm ci'
  if (words.includes('pip')) return 'pip download'
  return program === 'g++' ? 'compile' : 'unpack'
}

const does: Readonly<Record<Deed, (words: readonly string[], where?: Circumstances) => Promise<void>>> = {
  'npm ci': (_, where) =>
    write(join(where!.folder!, 'node_modules', '@tensorflow', 'tfjs-node'), {
      'package.json': JSON.stringify({ name: '@tensorflow/tfjs-node', version: '4.22.0' }),
    }),
  'pip download': async (words) => {
    // One that names several would have all of them or none.
    const [, name] = /^(\S+) --hash=sha256:\w+\n$/.exec(await readFile(optionIn('--requirement=', words), 'utf8'))!
    await write(optionIn('--dest=', words), { [`${name}.whl`]: 'a wheel' })
  },
  unpack: async ([, target]) => {
    const libraries = { 'libtensorflow_cc.so.2': 'TensorFlow', 'libtensorflow_framework.so.2': 'its framework' }
    await write(join(target!, 'lib'), libraries)
    await write(join(target!, 'include'), { 'c_api.h': 'a header' })
  },
  compile: (words, where) => write(where!.folder!, { [words[words.indexOf('-o') + 1]!]: 'the binding' }),
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
}

function optionIn(option: string, words: readonly string[]): string {
  return words.find((word) => word.startsWith(option))!.slice(option.length)
}
