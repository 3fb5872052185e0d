import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Lends an empty folder and removes it afterwards, also where Ctrl-C or the end of the process comes first: the process then
 * ends by 1.
 *
 * @param name - begins the folder's name
 */
export async function inTemporaryFolder<T>(name: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  const remove = () => removeWhole(folder)
  // Nothing is done at the end of a process that a signal ends by itself.
  const end = () => process.exit(1)
  process.once('exit', remove)
  for (const signal of signals) process.once(signal, end)
  try {
    return await use(folder)
  } finally {
    for (const signal of signals) process.removeListener(signal, end)
    process.removeListener('exit', remove)
    remove()
  }
}

const signals = ['SIGINT', 'SIGTERM'] as const

/** What ran in a folder may write a moment longer, so that it is not empty when its turn to go has come. */
function removeWhole(folder: string): void {
  for (let tries = 10; ; tries--) {
    try {
      rmSync(folder, { recursive: true, force: true })
      return
    } catch (error) {
      if (tries === 0) throw error
      // No timer runs at the end of a process.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
  }
}
