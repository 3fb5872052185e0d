import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** What tells a process from every other one on its host, also after its number has been given away again. */
export interface ProcessIdentity {
  /** the host's name; letters, digits, `-` and `_` */
  readonly host: string
  readonly pid: number
  /** clock ticks from the host's boot to the start of the process; '0' where the system does not say it cheaply */
  readonly start: string
}

export const thisProcess: ProcessIdentity = {
  host: hostname().replace(/[^A-Za-z0-9-]/g, '_'),
  pid: process.pid,
  start: processStatus(process.pid)?.start ?? '0',
}

/** A process as a part of a file's name: `host.pid.start`. */
export function labelOf({ host, pid, start }: ProcessIdentity): string {
  return `${host}.${pid}.${start}`
}

/**
 * The process in the name of a file that is called `something.` and the label, and perhaps `-` and letters after it.
 *
 * @returns undefined if the file is called otherwise
 */
export function ownerOf(file: string): ProcessIdentity | undefined {
  const match = /^[^.]+\.([^.]+)\.(\d+)\.(\d+)(?:-\w+)?$/.exec(file)
  return match ? { host: match[1]!, pid: Number(match[2]), start: match[3]! } : undefined
}

/** Whether the process in a file's name has ended; never said of a process of another host, nor of no process. */
export function isLeftBehind(file: string): boolean {
  const owner = ownerOf(file)
  return owner?.host === thisProcess.host && !isRunning(owner)
}

/**
 * Whether a process of this host still runs. Off Linux a process that has been given the number of a dead one is
 * taken for it.
 */
export function isRunning({ pid, start }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const status = processStatus(pid)
  if (status === undefined || start === '0') return true
  // A killed process keeps its number as a zombie until its parent has asked how it ended.
  return status.start === start && !/[ZX]/.test(status.state)
}

/** Linux only: fields 3 and 22 of the process's stat file, see proc_pid_stat(5). */
function processStatus(pid: number): { state: string; start: string } | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Field 2 is the program's name in parentheses, which may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0]!, start: fields[19]! }
  } catch {
    return undefined
  }
}
