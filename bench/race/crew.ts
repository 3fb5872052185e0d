import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { startStopwatch } from '../../src/clock.ts'
import type { Work } from '../work.ts'
import type { Contender } from './contenders.ts'

/** The processes of one contender for one work. */
export class Crew {
  /** what its processes say of themselves */
  readonly ready: string
  readonly #processes: readonly Process[]
  readonly #work: Work

  private constructor(work: Work, processes: readonly Process[], ready: string) {
    this.#work = work
    this.#processes = processes
    this.ready = ready
  }

  /** @throws {Error} if a process ends before it is ready */
  static async start(contender: Contender, work: Work): Promise<Crew> {
    const processes = Array.from({ length: contender.processes }, () => new Process(contender, work))
    const ready = await Promise.all(processes.map((process) => process.answer('ready')))
    return new Crew(work, processes, String(ready[0]))
  }

  /**
   * Does each part of the work once; a process that is free takes the next.
   *
   * @returns seconds by the clock on the wall for a unit of the whole work
   * @throws {Error} if a process ends before it is done
   */
  async round(): Promise<number> {
    const left = this.#work.parts.map((_, part) => part)
    const shares: number[] = []
    const elapsed = startStopwatch()
    await Promise.all(
      this.#processes.map(async (process) => {
        for (let part = left.shift(); part !== undefined; part = left.shift()) shares.push(await process.round(part))
      }),
    )
    const share = shares.reduce((sum, share) => sum + share, 0) / this.#work.parts.length
    return elapsed() / share / this.#work.units
  }

  /** The most memory that a process of it ever held, in bytes; null where the system does not tell. */
  get peakBytes(): number | null {
    const known = this.#processes.flatMap(({ peakBytes }) => (peakBytes === null ? [] : [peakBytes]))
    return known.length === 0 ? null : Math.max(...known)
  }

  stop(): void {
    for (const process of this.#processes) process.stop()
  }
}

class Process {
  peakBytes: number | null = null
  readonly #child: ChildProcess
  readonly #lines: AsyncIterator<string>
  readonly #name: string

  constructor({ name, command: [program, ...words], environment }: Contender, { key }: Work) {
    this.#name = name
    const child = spawn(program!, [...words, key], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...environment },
    })
    // A program that cannot be started closes its output, which `answer` reports.
    child.on('error', () => {})
    child.stdin.on('error', () => {})
    this.#child = child
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  }

  /** @returns the share of the part that was done: 1, or less where all of it would take too long */
  async round(part: number): Promise<number> {
    this.#child.stdin!.write(`${part}\n`)
    const { shareOfWork, peakBytes } = (await this.answer('done')) as { shareOfWork: number; peakBytes: number | null }
    this.peakBytes = peakBytes
    return shareOfWork
  }

  async answer(key: 'ready' | 'done'): Promise<unknown> {
    for (;;) {
      const { value, done } = await this.#lines.next()
      if (done) throw new Error(`${this.#name} ended before it was ${key}`)
      // A library may print lines of its own.
      if (value.startsWith(`{"${key}"`)) return JSON.parse(value)[key]
    }
  }

  stop(): void {
    this.#child.stdin!.end()
  }
}
