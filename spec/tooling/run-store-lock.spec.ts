import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { FileLock } from '../../src/training/file-lock.ts'
import { isRunning, thisProcess } from '../../src/training/process-identity.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

describe('the lock of a run', () => {
  test('it is free, then held, then free again', async () => {
    const folder = temporaryFolder()
    const holder = new FileLock(folder, 'run')
    const rival = new FileLock(folder, 'run')

    expect(await holder.attempt()).toBeUndefined()
    expect(await rival.attempt()).toBe(holder.path)
    await rival.release()
    expect(await rival.attempt()).toBe(holder.path)
    expect(await holder.attempt()).toBe(holder.path)
    await holder.release()
    expect(await rival.attempt()).toBeUndefined()
  })

  test('of two processes that come at once never both get it, and whoever does not is in nobody’s way', async () => {
    const parent = { ...thisProcess, pid: process.ppid, start: '0' }
    for (let round = 0; round < 50; round++) {
      const folder = temporaryFolder()
      const locks = [new FileLock(folder, 'run'), new FileLock(folder, 'run', parent)]
      const tried = await Promise.all(locks.map((lock) => lock.attempt()))
      const holders = locks.filter((_, index) => tried[index] === undefined)
      expect(holders.length).toBeLessThanOrEqual(1)
      expect(readdirSync(folder)).toEqual(holders.map(({ path }) => basename(path)))
      await Promise.all(holders.map((lock) => lock.release()))
      expect(await locks[0]!.attempt()).toBeUndefined()
    }
  })

  test('the locks of two runs are independent', async () => {
    const folder = temporaryFolder()
    expect(await new FileLock(folder, 'run-2').attempt()).toBeUndefined()
    expect(await new FileLock(folder, 'run').attempt()).toBeUndefined()
  })

  test('a process of another host is not waited for, and its file stays', async () => {
    const folder = temporaryFolder()
    const stranger = new FileLock(folder, 'run', { ...thisProcess, host: `${thisProcess.host}-2` })
    const lock = new FileLock(folder, 'run')
    expect(await stranger.attempt()).toBeUndefined()
    expect(await lock.attempt()).toBeUndefined()
    await lock.release()
    expect(readdirSync(folder)).toEqual([basename(stranger.path)])
  })

  test('where the system tells when a process began, a later one with its number is not taken for it', () => {
    expect(isRunning(thisProcess)).toBe(true)
    expect(isRunning({ ...thisProcess, start: '1' })).toBe(process.platform !== 'linux')
  })

  test.runIf(process.platform === 'linux')(
    'a process that ended, and that nobody asked how, does not run',
    async () => {
      // The shell starts a process, says its number, and becomes a program that never asks.
      const shell = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
      onTestFinished(() => void shell.kill())
      const [line] = await once(shell.stdout, 'data')
      const pid = Number(line)
      const status = () => readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]!.split(' ')
      const ended = { ...thisProcess, pid, start: status()[19]! }
      expect(isRunning(ended)).toBe(true)
      await vi.waitUntil(() => status()[0] === 'Z')
      expect(isRunning(ended)).toBe(false)
    },
  )
})
