import { HomeworkError } from '../homework-error.ts'
import { cpu } from './cpu.ts'
import type { Engine, EngineDescription, EngineName } from './engine.ts'
import { tensorflow } from './tensorflow.ts'
import { tensorflowGpu } from './tensorflow-gpu.ts'
import { wasm } from './wasm.ts'
import { webgpu } from './webgpu.ts'

/** Every engine, in the order in which `auto` prefers them. */
export const engines: readonly Engine[] = [tensorflowGpu, webgpu, tensorflow, wasm, cpu]

/** The engine for a run, and why none that `auto` prefers to it. */
export interface EngineChoice {
  readonly engine: EngineName
  readonly passedOver: readonly { readonly name: EngineName; readonly reason: string }[]
}

/**
 * Chooses the engine for a run, in the main process.
 *
 * @param requested - the switch HOMEWORK_BACKEND
 * @param chain - the engines in the order in which `auto` tries them
 * @throws {HomeworkError} if the engine requested is not usable on this machine; there is no fallback from a name
 */
export async function chooseEngine(
  requested: EngineName | 'auto',
  chain: readonly Engine[] = engines,
): Promise<EngineChoice> {
  if (requested !== 'auto') {
    const presence = await find(requested, chain).probe()
    if (presence.usable === 'no') {
      throw new HomeworkError(
        `HOMEWORK_BACKEND=${requested} names an engine that this machine cannot run: ${presence.reason}. ` +
          `${presence.remedy}, or set HOMEWORK_BACKEND=auto to take one that is here.`,
      )
    }
    return { engine: requested, passedOver: [] }
  }

  const passedOver: { name: EngineName; reason: string }[] = []
  for (const engine of chain) {
    const presence = await engine.probe()
    if (presence.usable === 'yes') return { engine: engine.name, passedOver }
    passedOver.push({ name: engine.name, reason: presence.reason })
  }
  const reasons = passedOver.map(({ name, reason }) => `${name}: ${reason}`).join('; ')
  throw new HomeworkError(`HOMEWORK_BACKEND=auto finds no engine on this machine (${reasons}). Run \`npm ci\`.`)
}

let opened: { readonly engine: Engine; readonly description: Promise<EngineDescription> } | undefined

/**
 * Makes `@tensorflow/tfjs` run on an engine in this process. Opening the engine that is open does nothing more.
 *
 * @throws {HomeworkError} if the engine does not start
 */
export function openEngine(name: EngineName, chain: readonly Engine[] = engines): Promise<EngineDescription> {
  const engine = find(name, chain)
  if (opened?.engine !== engine) opened = { engine, description: engine.open() }
  return opened.description
}

function find(name: EngineName, chain: readonly Engine[]): Engine {
  const engine = chain.find((candidate) => candidate.name === name)
  if (engine === undefined) throw new RangeError(`No engine is named ${name}; there are ${chain.map((e) => e.name)}.`)
  return engine
}
