import { type ChildProcess, fork } from 'node:child_process'
import { on, once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { RunKey } from '../../../src/training/run-store.ts'

interface Message {
  readonly ready?: true
  /** the seed of the run whose training begins */
  readonly training?: string
  /** the number of the process that trained each run */
  readonly trainers?: number[]
}

/** Another process that trains runs on demand: the counterpart of trainer.mjs. It is killed after the test. */
export class Trainer {
  readonly #process: ChildProcess
  /** a queue, as several messages may come at once */
  readonly #messages: AsyncIterator<Message[]>

  private constructor(process: ChildProcess) {
    this.#process = process
    this.#messages = on(process, 'message')
    onTestFinished(() => this.kill())
  }

  /** @param log - a file that gets the seed of each training begun, a line each */
  static async start(directory: string, log: string): Promise<Trainer> {
    const script = fileURLToPath(new URL('trainer.mjs', import.meta.url))
    const trainer = new Trainer(fork(script, [directory, log], { execArgv: [] }))
    await trainer.#hears('ready')
    return trainer
  }

  /** @returns the number of the process that trained each run */
  async train(keys: readonly RunKey[]): Promise<number[]> {
    this.#process.send({ keys })
    return this.trained()
  }

  /** Begins to train one run, which blocks the process until the file `until` exists. */
  async begin(key: RunKey, until: string): Promise<void> {
    this.#process.send({ keys: [key], until })
    await this.#hears('training')
  }

  /** The end of what was begun. */
  async trained(): Promise<number[]> {
    return (await this.#hears('trainers')).trainers!
  }

  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const exit = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await exit
  }

  async #hears(word: keyof Message): Promise<Message> {
    for (;;) {
      const { value } = await this.#messages.next()
      if (word in value[0]) return value[0]
    }
  }
}
