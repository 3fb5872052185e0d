import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { builtFolder, nativeFolder, packageFolder } from '../backend/built-engine.ts'
import type { TensorflowAnswer } from '../backend/native-tensorflow.ts'
import { startStopwatch } from '../clock.ts'
import { HomeworkError } from '../homework-error.ts'
import { compileAddon } from './addon.ts'
import type { Tools } from './checks.ts'
import { type AskEngine, loadEngine } from './load-engine.ts'
import { bindingPackage, writeManifest } from './manifest.ts'
import { installPackages } from './npm-packages.ts'
import type { RunProgram } from './run-program.ts'
import { type Variant, variants } from './variant.ts'
import { downloadsFolder, downloadWheels, unpackWheels } from './wheels.ts'

/** What a build works with. */
export interface Build {
  readonly variant: Variant
  readonly cache: string
  readonly tools: Tools
  readonly run: RunProgram
  readonly ask: AskEngine
  /** Tells the person at the keyboard what is being done and how long it took. */
  readonly say: (line: string) => void
}

/** An engine that was built. */
export interface Built {
  readonly folder: string
  /** Whether it finds a GPU on this machine. */
  readonly gpu: boolean
}

/**
 * Builds an engine in a draft folder, loads it there, and moves it to its place as the last act: it is there whole or
 * not at all. Wheels stay for the next try when a build fails, and go when it succeeds. One process at a time builds.
 *
 * @throws {HomeworkError} if a step fails; an engine that was there before is then still there
 */
export async function buildEngine({ variant, cache, tools, run, ask, say }: Build): Promise<Built> {
  const native = nativeFolder(cache)
  const draft = join(native, `draft-${variant.builtFor}`)
  const binding = packageFolder(draft, bindingPackage)
  const temporary = join(draft, 'temporary')
  const downloads = await downloadsFolder(native, variant)
  const wheels = { variant, python: tools.python, run, downloads, temporary }
  const step = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    const seconds = startStopwatch()
    say(`${what} ...`)
    const result = await work()
    say(`  took ${seconds().toFixed(0)} s`)
    return result
  }

  // What a build that was killed has left.
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  try {
    await step('installing the npm packages', () => installPackages(draft, tools.npm, run))
    await step("downloading TensorFlow's wheel", () => downloadWheels(wheels))
    await step('unpacking its libraries', () => unpackWheels(wheels, join(binding, 'deps')))
    await step('compiling the binding', () => compileAddon(draft, tools, run))
    const { gpu } = await step('loading the engine', () => answerOf(binding, variant, ask))
    await rm(temporary, { recursive: true, force: true })
    await step('noting the digests of its files', () => writeManifest(draft, variant))
    const folder = builtFolder(cache, variant.builtFor)
    await rm(folder, { recursive: true, force: true })
    await rename(draft, folder)
    await removeDownloads(native, variant)
    return { folder, gpu }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function answerOf(folder: string, variant: Variant, ask: AskEngine): Promise<TensorflowAnswer> {
  const loaded = await loadEngine(folder, variant, ask)
  if ('fault' in loaded) throw new HomeworkError(`The engine was built, but ${loaded.fault}.`)
  return loaded
}

/** The wheels of a finished engine, and those that no engine is built from any more. */
async function removeDownloads(native: string, finished: Variant): Promise<void> {
  const others = Object.values(variants).filter(({ builtFor }) => builtFor !== finished.builtFor)
  const kept = await Promise.all(others.map((variant) => downloadsFolder(native, variant)))
  for (const name of await readdir(native)) {
    const folder = join(native, name)
    if (name.startsWith('downloads-') && !kept.includes(folder)) await rm(folder, { recursive: true, force: true })
  }
}
