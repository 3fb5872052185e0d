import { fileURLToPath } from 'node:url'
import { engines } from '../../src/backend/chain.ts'
import type { Work } from '../work.ts'

/** Who takes part in the race: how its processes are started for a work, and how many share the parts of it. */
export interface Contender {
  readonly name: string
  readonly command: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly processes: number
  /** Whether it takes part in this work. */
  readonly takesPart: (work: Work) => boolean
}

const always = () => true
const inParts = ({ parts }: Work) => parts.length > 1
// What takes several times as long in one part is not asked for four.
const inOnePart = ({ parts }: Work) => parts.length === 1
// Elsewhere what is compiled serves so many epochs that compiling is no part of the wait.
const manyRuns = ({ key }: Work) => key === 'relu'
// TensorFlow's own switches.
const oneThread = { TF_NUM_INTRAOP_THREADS: '1', TF_NUM_INTEROP_THREADS: '1' }

/**
 * This project on each engine of the machine that `auto` might take, tfjs as it comes, and what the Python has.
 *
 * @param python - a Python, or none
 * @param modules - which of keras, jax and torch it can import
 * @param cores - processes that may compute at the same time
 */
export async function findContenders(
  python: string | undefined,
  modules: readonly string[],
  cores: number,
): Promise<Contender[]> {
  const found: Contender[] = []
  const add = (name: string, command: readonly string[], rest: Partial<Contender> = {}) =>
    found.push({ name, command, processes: 1, takesPart: always, ...rest })

  const node = (...words: string[]) => [process.execPath, here('./contender.mjs'), ...words]
  for (const { name, probe } of engines) {
    // The engine cpu is there to be right, and would take minutes for a round.
    if (name === 'cpu' || (await probe()).usable !== 'yes') continue
    add(name, node(name, 'tuned'))
    // As with Keras, of which a process a core has one thread each.
    const environment = name === 'tensorflow' ? oneThread : {}
    add(`${name}, a process a core`, node(name, 'tuned'), { processes: cores, takesPart: inParts, environment })
    if (name === 'tensorflow') add('tensorflow, one core', node(name, 'tuned'), { environment })
    if (name === 'wasm') add('wasm, stock tfjs', node(name, 'stock'), { takesPart: inOnePart })
  }
  if (python === undefined) return found

  const script = (file: string, ...words: string[]) => [python, here(`../python/${file}`), ...words]
  if (modules.includes('keras')) {
    add('Keras, one core', script('keras_contender.py', '1'))
    add('Keras, all cores', script('keras_contender.py', '0'))
    add('Keras, a process a core', script('keras_contender.py', '1'), { processes: cores, takesPart: inParts })
  }
  if (modules.includes('jax')) {
    add('JAX, all cores', script('jax_contender.py', 'compiled'), { takesPart: inOnePart })
    add('JAX, all cores, with compiling', script('jax_contender.py', 'compiling'), { takesPart: manyRuns })
  }
  if (modules.includes('torch')) {
    add('PyTorch, one core', script('torch_contender.py', '1'))
    add('PyTorch, all cores', script('torch_contender.py', '0'))
  }
  return found
}

function here(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}
