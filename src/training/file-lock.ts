import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isRunning, labelOf, ownerOf, type ProcessIdentity, thisProcess } from './process-identity.ts'

/**
 * A lock among the processes of one host, which a process that dies cannot leave locked.
 *
 * Whoever wants the lock puts up a file that has its process in its *name*, then lists the folder: it holds the lock
 * when no other living process has a file there. Of two that come at once, the later to put up its file sees the
 * other's, so two never both hold it. The file of a dead process counts for nothing and can be removed by anyone, as
 * its name will not be used again; so nothing is ever taken from somebody, and no process needs to renew anything
 * while it computes. Processes of other hosts are neither seen nor waited for.
 */
export class FileLock {
  /** The file that stands for this process. The holder may fill it; to move it away releases the lock. */
  readonly path: string
  readonly #folder: string
  readonly #name: string
  #standing = false

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
    let others = await this.#others()
    if (!this.#standing && others.length === 0) {
      this.#standing = await createFile(this.path)
      if (!this.#standing) return this.path
      others = await this.#others()
    }
    // Among those that wait only the first by name keeps its file up, so that they do not all wait for each other.
    if (this.#standing && others.some((other) => other < this.path)) await this.release()
    return others[0]
  }

  /** Ends the hold or the wait; without effect on a lock that is neither. */
  async release(): Promise<void> {
    if (!this.#standing) return
    this.#standing = false
    await rm(this.path, { force: true })
  }

  async #others(): Promise<string[]> {
    const standing = await sweep(this.#folder)
    return standing.filter(
      (path) => basename(path).startsWith(`${this.#name}.`) && !(this.#standing && path === this.path),
    )
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
