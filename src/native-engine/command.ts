import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { builtFolder, nativeFolder } from '../backend/built-engine.ts'
import { askTensorflow, secondsToLoad } from '../backend/native-tensorflow.ts'
import { HomeworkError } from '../homework-error.ts'
import { readSwitches } from '../switches.ts'
import { FileLock } from '../training/file-lock.ts'
import { buildEngine } from './build.ts'
import { checkMachine } from './checks.ts'
import { faultOf } from './manifest.ts'
import { programsLoggedTo } from './run-program.ts'
import { surroundings } from './surroundings.ts'
import { type Variant, variants } from './variant.ts'
import { downloadsFolder } from './wheels.ts'

/**
 * `npm run engine:native`: builds the engine tensorflow, with `--gpu` the engine tensorflow-gpu, unless it is there,
 * whole and loads; with `--remove` removes everything that it ever made.
 *
 * @param words - of the command line
 * @throws {HomeworkError} if a word is unknown, something that the build needs is missing, or a step fails
 */
export async function engineNative(words: readonly string[]): Promise<void> {
  const { gpu, remove } = optionsIn(words)
  const { cache } = readSwitches(process.env)
  const native = nativeFolder(cache)
  const lock = new FileLock(native, 'lock')
  const other = await lock.attempt().catch((cause) => {
    const reason = (cause as Error).message
    throw new HomeworkError(`${native} cannot be used: ${reason}. Set HOMEWORK_CACHE to another folder.`, { cause })
  })
  if (other !== undefined) throw new HomeworkError(`Another process is at work on the engine (${other}). Wait for it.`)
  try {
    if (remove) {
      await rm(native, { recursive: true, force: true })
      console.log(`Removed ${native}.`)
    } else {
      await build(variants[gpu ? 'gpu' : 'cpu'], cache)
    }
  } finally {
    await lock.release()
  }
}

async function build(variant: Variant, cache: string): Promise<void> {
  const native = nativeFolder(cache)
  const folder = builtFolder(cache, variant.builtFor)
  const ask = (binding: string) => askTensorflow(binding, secondsToLoad)
  const fault = await faultOf(folder, variant, ask)
  if (fault === null) {
    console.log(`The engine ${variant.engine} is there and whole, and it loads: ${folder}.`)
    return
  }
  console.log(`Building the engine ${variant.engine} in ${native}: ${fault}.`)
  const log = join(native, 'log.txt')
  await rm(log, { force: true })
  const run = programsLoggedTo(log)
  const tools = await checkMachine(await surroundings(native, await downloadsFolder(native, variant), run), variant)
  try {
    const say = (line: string) => console.log(`  ${line}`)
    const { gpu } = await buildEngine({ variant, cache, tools, run, ask, say })
    console.log(farewell(variant, gpu))
  } catch (error) {
    if (error instanceof HomeworkError) console.error(`What the programs printed stands in ${log}.`)
    throw error
  }
}

function farewell({ builtFor, engine }: Variant, gpu: boolean): string {
  if (builtFor === 'gpu' && !gpu) return `The engine ${engine} is built, but TensorFlow finds no usable GPU here.`
  return `HOMEWORK_BACKEND=${engine} runs it, and so does auto where no engine is there that it prefers.`
}

function optionsIn(words: readonly string[]): { readonly gpu: boolean; readonly remove: boolean } {
  const options = { gpu: { type: 'boolean', default: false }, remove: { type: 'boolean', default: false } } as const
  try {
    return parseArgs({ args: [...words], options }).values
  } catch (cause) {
    const [reason] = (cause as Error).message.split('\n', 1)
    throw new HomeworkError(`npm run engine:native takes -- --gpu and -- --remove: ${reason}`, { cause })
  }
}
