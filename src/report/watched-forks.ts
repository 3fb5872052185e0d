import {
  ForksPoolWorker,
  type PoolOptions,
  type PoolRunnerInitializer,
  type TestProject,
  type WorkerRequest,
} from 'vitest/node'
import type { EngineName } from '../backend/engine.ts'
import type { Scale } from '../switches.ts'
import { fileOf, hasEnded } from './test-module.ts'

/**
 * Seconds without an answer after which a worker counts as hung. The longest honest silence at quick scale was half a
 * minute, on a machine that was busy with other things; experiments of the full scale are some ten times as long.
 */
export const patience = { quick: 600, full: 3600 } as const satisfies Record<Scale, number>

/** What heartbeat.mjs sends every second. */
interface Heartbeat {
  readonly heartbeat: { readonly pid: number; readonly debugged: boolean }
}

/**
 * Vitest's pool of forks with a watchdog. An engine that hangs inside a synchronous call blocks every timeout of the
 * worker that called it, so the main process listens for the worker's heartbeat and kills a worker that has none. Its
 * spec files are then lost as with any other end of a worker: the reporter goes red.
 *
 * @param engine - what the workers run, for the message
 * @param secondsOfSilence - until a worker is killed
 */
export function watchedForks(engine: EngineName, secondsOfSilence: number): PoolRunnerInitializer {
  return { name, createPoolWorker: (options) => new WatchedWorker(options, engine, secondsOfSilence) }
}

const name = 'watched forks'

class WatchedWorker extends ForksPoolWorker {
  override readonly name = name
  readonly #project: TestProject
  readonly #engine: EngineName
  readonly #secondsOfSilence: number
  #files: readonly string[] = []
  #heartbeat: Heartbeat['heartbeat'] | null = null
  #silence = 0

  constructor(options: PoolOptions, engine: EngineName, secondsOfSilence: number) {
    const heartbeat = new URL('./heartbeat.mjs', import.meta.url).href
    super({ ...options, execArgv: [...options.execArgv, '--import', heartbeat] })
    this.#project = options.project
    this.#engine = engine
    this.#secondsOfSilence = secondsOfSilence
  }

  override async start(): Promise<void> {
    await super.start()
    // Ticks are counted and no clock is read, so that a computer that slept does not kill what slept with it.
    const timer = setInterval(() => this.#tick(), 1000).unref()
    this.on('exit', () => clearInterval(timer))
  }

  override send(message: WorkerRequest): void {
    if (message.type === 'run') this.#files = message.context.files.map(({ filepath }) => filepath)
    super.send(message)
  }

  /** Every message of the worker passes here. */
  override deserialize(message: unknown): unknown {
    this.#silence = 0
    if (isHeartbeat(message)) this.#heartbeat = message.heartbeat
    return super.deserialize(message)
  }

  #tick(): void {
    // Whoever looks at a breakpoint may take his time.
    if (this.#heartbeat === null || this.#heartbeat.debugged) return
    this.#silence++
    if (this.#silence !== this.#secondsOfSilence) return
    const { pid } = this.#heartbeat
    console.error(
      `\nThe engine ${this.#engine} hangs: its process ${pid} has not answered for ${this.#silence} seconds in ` +
        `${this.#currentFile()}, and is killed.\n`,
    )
    process.kill(pid, 'SIGKILL')
  }

  /** A worker runs the files that it was given in their order. Another project may have ended the same file. */
  #currentFile(): string {
    const { config, vitest } = this.#project
    const modules = vitest.state.getTestModules().filter(({ project }) => project === this.#project)
    const ended = new Set(modules.filter(hasEnded).map(({ moduleId }) => moduleId))
    const moduleId = this.#files.find((file) => !ended.has(file))
    return moduleId === undefined ? '' : fileOf({ moduleId }, config.root)
  }
}

function isHeartbeat(message: unknown): message is Heartbeat {
  return typeof message === 'object' && message !== null && 'heartbeat' in message
}
