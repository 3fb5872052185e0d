import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'
import { type EngineName, engineNames } from './backend/engine.ts'
import { HomeworkError } from './homework-error.ts'

/** `quick` decides most claims in five minutes; `full` runs the assignment's own sizes. */
export type Scale = 'quick' | 'full'

/** What the environment variables of a run say. */
export interface Switches {
  /** HOMEWORK_SCALE */
  readonly scale: Scale
  /** HOMEWORK_SEED: the master seed of every random stream; never empty. */
  readonly seed: string
  /** HOMEWORK_BACKEND */
  readonly backend: EngineName | 'auto'
  /** HOMEWORK_CACHE: the absolute path of the folder for MNIST, the run store and the native engine. */
  readonly cache: string
  /** HOMEWORK_RESUME: whether finished runs are kept. */
  readonly resume: boolean
  /** HOMEWORK_GRADIENT_RUNS: generated cases for each property; 1 to 1,000,000. */
  readonly gradientRuns: number
  /** HOMEWORK_GRADIENT_PATH: the only case that each property runs, as fast-check names it; null for all of them. */
  readonly gradientPath: string | null
  /** HOMEWORK_ALLOW_SYNTHETIC: whether CI may pass without MNIST. */
  readonly allowSynthetic: boolean
  /** MNIST_DIR: the absolute path of the folder with the four IDX files; null if it is not set. */
  readonly mnistDirectory: string | null
}

/** What the default of a folder depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly workingDirectory: string
}

export const defaultSeed = 'homework-2'

const defaultGradientRuns = 100
const mostGradientRuns = 1_000_000
const scales = ['quick', 'full'] as const
const backends = ['auto', ...engineNames] as const

const names = [
  'HOMEWORK_SCALE',
  'HOMEWORK_SEED',
  'HOMEWORK_BACKEND',
  'HOMEWORK_CACHE',
  'HOMEWORK_RESUME',
  'HOMEWORK_GRADIENT_RUNS',
  'HOMEWORK_GRADIENT_PATH',
  'HOMEWORK_ALLOW_SYNTHETIC',
]

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the switches. Touches neither the disk nor `process.env`.
 *
 * @param environment - for example `process.env`; a variable that is set but empty is set
 * @throws {HomeworkError} if a variable has a value that it does not allow, or a variable that begins with `HOMEWORK_`
 *   is none of the switches
 */
export function readSwitches(environment: Environment, machine: Machine = thisMachine()): Switches {
  const unknown = Object.keys(environment).find((name) => name.startsWith('HOMEWORK_') && !names.includes(name))
  if (unknown !== undefined) {
    throw new HomeworkError(
      `${unknown}=${JSON.stringify(environment[unknown])} is set, but there is no such switch. ` +
        `The switches are ${names.join(', ')} and MNIST_DIR. Correct the name or unset the variable.`,
    )
  }
  const { resolve } = machine.platform === 'win32' ? win32 : posix
  const folder = (name: string) => {
    const path = nonEmpty(environment, name, 'the path of a folder')
    return path === undefined ? undefined : resolve(machine.workingDirectory, path)
  }
  return {
    scale: oneOf(environment, 'HOMEWORK_SCALE', scales) ?? 'quick',
    seed: nonEmpty(environment, 'HOMEWORK_SEED', 'any non-empty string') ?? defaultSeed,
    backend: oneOf(environment, 'HOMEWORK_BACKEND', backends) ?? 'auto',
    cache: folder('HOMEWORK_CACHE') ?? defaultCache(environment, machine),
    resume: oneOf(environment, 'HOMEWORK_RESUME', ['1']) === '1',
    gradientRuns: count(environment, 'HOMEWORK_GRADIENT_RUNS', mostGradientRuns) ?? defaultGradientRuns,
    gradientPath: casePath(environment, 'HOMEWORK_GRADIENT_PATH'),
    allowSynthetic: oneOf(environment, 'HOMEWORK_ALLOW_SYNTHETIC', ['1']) === '1',
    mnistDirectory: folder('MNIST_DIR') ?? null,
  }
}

function oneOf<Value extends string>(
  environment: Environment,
  name: string,
  values: readonly Value[],
): Value | undefined {
  const received = environment[name]
  if (received === undefined) return undefined
  const value = values.find((candidate) => candidate === received)
  if (value === undefined) throw notAllowed(name, received, values.join(', '))
  return value
}

function nonEmpty(environment: Environment, name: string, allowed: string): string | undefined {
  const received = environment[name]
  if (received === '') throw notAllowed(name, received, allowed)
  return received
}

function count(environment: Environment, name: string, most: number): number | undefined {
  const received = environment[name]
  if (received === undefined) return undefined
  // Only plain digits: `Number` would also take '', ' 7', '0x10' and '1e3'.
  const value = /^[1-9]\d*$/.test(received) ? Number(received) : Number.POSITIVE_INFINITY
  if (value > most) throw notAllowed(name, received, `a whole number from 1 to ${most}, in digits`)
  return value
}

function casePath(environment: Environment, name: string): string | null {
  const received = environment[name]
  if (received === undefined) return null
  if (!/^\d+(:\d+)*$/.test(received))
    throw notAllowed(name, received, 'the path that a failed property prints, as 12:0:3')
  return received
}

function notAllowed(name: string, received: string, allowed: string): HomeworkError {
  return new HomeworkError(
    `${name}=${JSON.stringify(received)} is not allowed. The values are: ${allowed}. Set one of them, or unset ${name} for the default.`,
  )
}

/**
 * The user's cache folder: by the XDG Base Directory Specification (which has a relative path ignored) on Linux,
 * `~/Library/Caches` on macOS, `%LOCALAPPDATA%` on Windows.
 */
function defaultCache(environment: Environment, { platform, home }: Machine): string {
  const { isAbsolute, join } = platform === 'win32' ? win32 : posix
  const absolute = (path: string | undefined) => (path !== undefined && isAbsolute(path) ? path : undefined)
  const caches = () => {
    if (platform === 'win32') return absolute(environment.LOCALAPPDATA) ?? join(home, 'AppData', 'Local')
    if (platform === 'darwin') return join(home, 'Library', 'Caches')
    return absolute(environment.XDG_CACHE_HOME) ?? join(home, '.cache')
  }
  return join(caches(), 'homework-as-specification')
}

function thisMachine(): Machine {
  return { platform: process.platform, home: homedir(), workingDirectory: process.cwd() }
}
