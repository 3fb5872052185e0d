import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isRunning, labelOf, ownerOf, type ProcessIdentity, thisProcess } from './process-identity.ts'

/**
 * A lock among the processes of one host, which a process that dies cannot leave locked.
 *
 * Whoever wants the lock puts up a file that has its process in its *name*, then lists the folder: it holds the lock
 * when no other living process has a file there, and else takes its own down. Of two that come at once, the later to put up its
 * file sees the other's, so two never both hold it; that both see each other may be, and then both try again. The file of a dead process counts for nothing and can be removed by anyone, as
 * its name will not be used again; so nothing is ever taken from somebody, and no process needs to renew anything
 * while it computes. Processes of other hosts are neither seen nor waited for.
 */
export class FileLock {
  /** The file that stands for this process. The holder may fill it; to move it away releases the lock. */
  readonly path: string
  readonly #folder: string
  readonly #name: string
  #held = false

  /**
   * @param name - of the thing locked; no dots
   * @param owner - on whose behalf
   */
  constructor(folder: string, name: string, owner: ProcessIdentity = thisProcess) {
    this.#folder = folder
    this.#name = name
    this.path = join(folder, `${name}.${labelOf(owner)}`)
  }

  /**
   * Tries once, without waiting.
   *
   * @returns undefined when the lock is now held, otherwise the file of a process that holds or seeks it: try later
   * @throws the system's error if the folder cannot be made, listed or written
   */
  async attempt(): Promise<string | undefined> {
    await mkdir(this.#folder, { recursive: true })
    const [before] = await this.#standing()
    if (before !== undefined) return before
    if (!(await createFile(this.path))) return this.path
    this.#held = true
    const rival = (await this.#standing()).find((path) => path !== this.path)
    if (rival !== undefined) await this.release()
    return rival
  }

  /** Ends the hold; without effect on a lock that is not held. */
  async release(): Promise<void> {
    if (!this.#held) return
    this.#held = false
    await rm(this.path, { force: true })
  }

  /** The files of all who hold or seek it. */
  async #standing(): Promise<string[]> {
    return (await sweep(this.#folder)).filter((path) => basename(path).startsWith(`${this.#name}.`))
  }
}

/**
 * Removes the files that dead processes of this host left in a folder of locks.
 *
 * @returns the files of this host's living processes
 */
export async function sweep(folder: string): Promise<string[]> {
  const living: string[] = []
  for (const file of await readdir(folder)) {
    const owner = ownerOf(file)
    if (owner?.host !== thisProcess.host) continue
    const path = join(folder, file)
    if (isRunning(owner)) living.push(path)
    else await rm(path, { force: true })
  }
  return living
}

/** @returns false if the file is there already: another lock object of this very process stands */
async function createFile(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
