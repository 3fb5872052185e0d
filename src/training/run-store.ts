import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { HomeworkError } from '../homework-error.ts'
import { canonicalJson } from './canonical-json.ts'
import { FileLock, sweep } from './file-lock.ts'
import { decodeRun, encodeRun } from './run-file.ts'

/** Everything that determines a training run. The store adds the version of Node, whose Math the run uses. */
export interface RunKey {
  /** for people: it begins the name of the file */
  readonly experiment: string
  /** the digest of the modules that the run executes, see `sourceDigest` */
  readonly sources: string
  /** plain JSON data: finite numbers, nothing undefined */
  readonly configuration: object
  readonly seed: string
  /** name and version of the engine */
  readonly engine: string
  /** the digest of the data set, when the run reads one */
  readonly data?: string
}

export interface RunStoreOptions {
  /** takes each complaint about a file; the default is console.warn */
  readonly warn?: (message: string) => void
  /** milliseconds between two looks at a run that another process trains; the default is 50 */
  readonly poll?: number
}

/** After so many looks a process that waits says for whom: half a minute at the default pace. */
const looksBeforeNotice = 600

/**
 * Trained runs in a folder, each trained once, whichever process of this host asks first; the others wait for it.
 * A run is stored whole or not at all, and one that does not bear its own digest and key is never used. That holds
 * without the lock too: processes of two hosts that share the folder may train the same run, and store it whole twice.
 */
export class RunStore {
  readonly #directory: string
  readonly #locks: string
  readonly #warn: (message: string) => void
  readonly #poll: number
  readonly #runs = new Map<string, Promise<unknown>>()

  /** @param directory - is made when the first run is trained */
  constructor(directory: string, { warn = console.warn, poll = 50 }: RunStoreOptions = {}) {
    this.#directory = directory
    this.#locks = join(directory, 'in-training')
    this.#warn = warn
    this.#poll = poll
  }

  /**
   * The stored result of a run, or else the result of `train`, which is then stored. All callers in one process
   * share one value: treat it as read-only, typed arrays too. It is always the value as read back, so it does not
   * depend on who trained.
   *
   * @param train - its result is cloneable: plain objects, arrays, maps, strings, any numbers, typed arrays. If it
   *   throws, nothing is stored, the error goes to the callers of this process, and the next one to ask trains
   * @throws {TypeError} if the key has a part that JSON cannot hold, or the result cannot be cloned
   * @throws {HomeworkError} if the folder cannot be written; before training where that shows before
   * @example await store.run({ experiment: 'perceptron', sources, configuration, seed, engine }, () => train(configuration))
   */
  async run<T>(key: RunKey, train: () => T | Promise<T>): Promise<T> {
    const json = canonicalJson({ ...key, node: process.version }, 'key')
    let run = this.#runs.get(json)
    if (run === undefined) {
      run = this.#loadOrTrain(key.experiment, json, train)
      this.#runs.set(json, run)
      run.catch(() => this.#runs.delete(json))
    }
    return run as Promise<T>
  }

  /** Forgets every run, but leaves what a living process is training, and any file that is not the store's. */
  async clear(): Promise<void> {
    this.#runs.clear()
    await this.#access(async () => {
      await mkdir(this.#locks, { recursive: true })
      await sweep(this.#locks)
      for (const file of await readdir(this.#directory)) {
        if (/-[0-9a-f]{32}\.run$/.test(file)) await rm(join(this.#directory, file), { force: true })
      }
    })
  }

  async #loadOrTrain(experiment: string, key: string, train: () => unknown): Promise<unknown> {
    const name = nameOf(experiment, key)
    const path = join(this.#directory, `${name}.run`)
    const lock = new FileLock(this.#locks, name)
    try {
      for (let looks = 1; ; looks++) {
        const stored = await this.#load(path, key)
        if ('value' in stored) return stored.value
        const rival = await this.#access(() => lock.attempt())
        if (rival === undefined) break
        if (looks === looksBeforeNotice) this.#warn(waiting(experiment, rival))
        await sleep(this.#poll)
      }
      // The run may have been stored between the last look and the lock.
      const stored = await this.#load(path, key)
      if ('value' in stored) return stored.value
      if (stored.fault !== null) {
        this.#warn(`The stored run ${path} is not used, and trained anew: ${stored.fault}.`)
        await this.#access(() => rm(path, { force: true, recursive: true }))
      }
      const bytes = encode(experiment, key, await train())
      await this.#access(() => publish(bytes, lock.path, path))
      return decodeRun(key, bytes)
    } finally {
      // A file that cannot be removed now is void as soon as this process ends.
      await lock.release().catch(() => {})
    }
  }

  /** @returns the value, or what is wrong with the file, null if there is none */
  async #load(path: string, key: string): Promise<{ value: unknown } | { fault: string | null }> {
    try {
      return { value: decodeRun(key, await readFile(path)) }
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      return { fault: code === 'ENOENT' ? null : message }
    }
  }

  async #access<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await action()
    } catch (error) {
      throw new HomeworkError(
        `The folder of trained runs ${this.#directory} cannot be used: ${(error as Error).message}. Make it writable ` +
          'and free some space on its disk, or set HOMEWORK_CACHE to another folder.',
        { cause: error },
      )
    }
  }
}

/** For instance `lenet-dropout-6f1ed002ab5595859014ebf0951522d9`. */
function nameOf(experiment: string, key: string): string {
  const readable = experiment.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return `${readable.slice(0, 40)}-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`
}

function waiting(experiment: string, file: string): string {
  return (
    `Still waiting for the run '${experiment}', which another process trains. If no other homework is running, ` +
    `delete the file ${file}.`
  )
}

function encode(experiment: string, key: string, value: unknown): Buffer {
  try {
    return encodeRun(key, value)
  } catch (error) {
    throw new TypeError(`the result of the run '${experiment}' cannot be stored: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

/** Writes a file whole or not at all: a crash leaves only `draft`. */
async function publish(bytes: Buffer, draft: string, path: string): Promise<void> {
  const file = await open(draft, 'w')
  try {
    await file.writeFile(bytes)
    // Without it a power failure may keep the new name and lose the content.
    await file.sync()
  } finally {
    await file.close()
  }
  await renameFile(draft, path)
}

/** Windows refuses to rename a file while a virus scanner or an indexer has it open, which lasts milliseconds. */
async function renameFile(from: string, to: string, attempts = process.platform === 'win32' ? 40 : 1): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (attempts <= 1 || !/^(EPERM|EACCES|EBUSY)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error
    await sleep(50)
    await renameFile(from, to, attempts - 1)
  }
}
