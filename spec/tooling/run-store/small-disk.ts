import { spawnSync } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

/**
 * Lets an empty folder be a disk of its own, which is taken off after the test.
 *
 * @param kilobytes - that it holds
 * @returns whether it could be: that takes Linux, and the rights to mount
 */
export function mountSmallDisk(kilobytes: number, folder: string): boolean {
  if (process.platform !== 'linux') return false
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'homework', folder])
  if (status !== 0) return false
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]))
  return true
}

/** Refuses all further writing on a disk that `mountSmallDisk` made: root is not kept from a folder by its mode. */
export function makeReadOnly(folder: string): void {
  const { status, stderr } = spawnSync('mount', ['-o', 'remount,ro', folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

/** A folder on a disk of so many kilobytes, or null where none can be mounted. */
export function smallDisk(kilobytes: number): string | null {
  const folder = temporaryFolder()
  return mountSmallDisk(kilobytes, folder) ? folder : null
}
