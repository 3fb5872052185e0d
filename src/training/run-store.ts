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
  /** all of the engine that matters to a run, see `engineKey` */
  readonly engine: string
  /** the digest of the data set, when the run reads one */
  readonly data?: string
}

/** A run that is wanted, and how to train it. */
export interface RunRequest<T> {
  readonly key: RunKey
  readonly train: () => T | Promise<T>
}

export interface RunStoreOptions {
  /** takes each complaint about a file; the default is console.warn */
  readonly warn?: (message: string) => void
  /** milliseconds between two looks at a run that another process trains; the default is 50 */
  readonly poll?: number
}

/** A run that is neither loaded nor trained yet. */
interface OpenRun {
  readonly experiment: string
  readonly json: string
  readonly path: string
  readonly lock: FileLock
  readonly train: () => unknown
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
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
    return (await this.runAll([{ key, train }]))[0]!
  }

  /**
   * Several runs. Those that nobody trains are trained here, one after the other; while another process trains one of
   * them, the next one has its turn. So two workers that want the same two runs train one each.
   *
   * @throws as `run` does, for the first run that fails; the others are trained all the same
   */
  async runAll<T>(requests: readonly RunRequest<T>[]): Promise<T[]> {
    // Before any run is registered, since a key may be refused: nobody would ever work on the runs before it.
    const keys = requests.map(({ key }) => canonicalJson({ ...key, node: process.version }, 'key'))
    const open: OpenRun[] = []
    const runs = requests.map(({ key, train }, index) => {
      const json = keys[index]!
      const known = this.#runs.get(json)
      if (known !== undefined) return known
      const run = new Promise<unknown>((resolve, reject) => {
        const name = nameOf(key.experiment, json)
        const lock = new FileLock(this.#locks, name)
        open.push({
          experiment: key.experiment,
          json,
          path: join(this.#directory, `${name}.run`),
          lock,
          train,
          resolve,
          reject,
        })
      })
      this.#runs.set(json, run)
      run.catch(() => {
        // Another may stand under its key since, if all runs were forgotten meanwhile.
        if (this.#runs.get(json) === run) this.#runs.delete(json)
      })
      return run
    })
    const settled = Promise.all(runs)
    // It may fail long before the others are trained, which whoever asked is not to leave behind in its process.
    settled.catch(() => {})
    await this.#work(open)
    return (await settled) as T[]
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

  /** Settles each run, by whoever trains it. */
  async #work(open: OpenRun[]): Promise<void> {
    for (let looks = 1; open.length > 0; looks++) {
      const before = open.length
      for (const run of [...open]) {
        try {
          const rival = await this.#attempt(run)
          if (rival !== undefined) {
            if (looks === looksBeforeNotice) this.#warn(waiting(run.experiment, rival))
            continue
          }
        } catch (error) {
          run.reject(error)
        }
        open.splice(open.indexOf(run), 1)
      }
      if (open.length === before) await sleep(this.#poll)
    }
  }

  /** @returns undefined if the run is settled now, or else the lock file of the process that trains it */
  async #attempt({ experiment, json, path, lock, train, resolve }: OpenRun): Promise<string | undefined> {
    const early = await this.#load(path, json)
    if ('value' in early) return void resolve(early.value)
    try {
      const rival = await this.#access(() => lock.attempt())
      if (rival !== undefined) return rival
      // The run may have been stored between the look and the lock.
      const stored = await this.#load(path, json)
      if ('value' in stored) return void resolve(stored.value)
      if (stored.fault !== null) {
        this.#warn(`The stored run ${path} is not used, and trained anew: ${stored.fault}.`)
        await this.#access(() => rm(path, { force: true, recursive: true }))
      }
      const bytes = encode(experiment, json, await train())
      await this.#access(() => publish(bytes, lock.path, path))
      return void resolve(decodeRun(json, bytes))
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
