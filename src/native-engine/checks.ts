import { devNull } from 'node:os'
import { HomeworkError } from '../homework-error.ts'
import type { RunProgram } from './run-program.ts'
import type { Variant } from './variant.ts'

/** What the checks look at. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly architecture: string
  /** The version of the GNU C library that Node runs on, '2.36' for instance; undefined on other C libraries. */
  readonly glibc: string | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Bytes that are free where the engine will lie. */
  readonly freeBytes: number
  /** Bytes of wheels that lie there already, from a build that failed. */
  readonly downloadedBytes: number
  readonly run: RunProgram
}

/** The programs that build an engine, found and tried. */
export interface Tools {
  readonly python: string
  /** npm's own file, which Node runs. */
  readonly npm: string
  /** for C++17 */
  readonly compiler: string
}

/** The oldest that TensorFlow's wheel runs on: manylinux_2_27. */
const oldestGlibc = [2, 27] as const

/**
 * Looks for all that a build needs before it downloads anything.
 *
 * @throws {HomeworkError} that names everything that is missing, each with its remedy
 */
export async function checkMachine(around: Surroundings, { diskBytes }: Variant): Promise<Tools> {
  const elsewhere = wrongPlatform(around)
  if (elsewhere !== null) throw new HomeworkError(`npm run engine:native is prepared for Linux on x64. ${elsewhere}`)

  const { environment, run, freeBytes, downloadedBytes } = around
  const works = async (program: string, ...words: string[]) => (await run(program, words)).code === 0
  const missing: string[] = []

  const python = environment.PYTHON || 'python3'
  if (!(await works(python, '-c', 'import sys, zipfile; sys.exit(sys.version_info < (3, 9))'))) {
    missing.push(`Python 3.9 or later (${python} does not run; install it, or name another one by PYTHON)`)
  } else if (!(await works(python, '-m', 'pip', '--version'))) {
    missing.push(`pip (${python} has none: install python3-pip, or run \`${python} -m ensurepip\`)`)
  }
  const compiler = environment.CXX || 'g++'
  if (!(await works(compiler, '-std=gnu++17', '-fsyntax-only', '-x', 'c++', '-include', 'string', devNull))) {
    missing.push(
      `a C++17 compiler with its library (${compiler} does not compile: install g++, or name another one by CXX)`,
    )
  }
  const npm = environment.npm_execpath
  if (!npm) missing.push('npm (start this by `npm run engine:native`)')
  const neededBytes = diskBytes - downloadedBytes
  if (freeBytes < neededBytes) {
    const free = `${gigabytes(freeBytes)} GB are free and it takes ${gigabytes(neededBytes)} GB`
    missing.push(`room on the disk (${free}: make room, or name a folder on another disk by HOMEWORK_CACHE)`)
  }
  if (missing.length > 0 || !npm) {
    throw new HomeworkError(`The engine cannot be built here. It needs ${missing.join('; ')}. Nothing was changed.`)
  }
  return { python, npm, compiler }
}

function wrongPlatform({ platform, architecture, glibc }: Surroundings): string | null {
  if (platform !== 'linux' || architecture !== 'x64') {
    return `On ${platform} with ${architecture} the layout of TensorFlow's wheel was not tried; use another engine.`
  }
  const [major = 0, minor = 0] = glibc?.split('.').map(Number) ?? []
  if (major > oldestGlibc[0] || (major === oldestGlibc[0] && minor >= oldestGlibc[1])) return null
  return `TensorFlow's wheel needs the GNU C library ${oldestGlibc.join('.')} or later; here is ${glibc ?? 'another one'}.`
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1)
}
