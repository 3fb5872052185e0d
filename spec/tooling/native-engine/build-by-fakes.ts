import { buildEngine } from '../../../src/native-engine/build.ts'
import type { AskEngine } from '../../../src/native-engine/load-engine.ts'
import { variants } from '../../../src/native-engine/variant.ts'
import { type Deed, type Endings, fakePrograms } from './fake-programs.ts'

/** An engine that loads. */
export const loads: AskEngine = async () => ({ answer: { gpu: false, version: '2.21.0' } })

/** Builds the engine for the CPU with fake programs; returns what they did. */
export async function build(cache: string, endings: Endings = {}, ask = loads): Promise<Deed[]> {
  const { run, deeds } = fakePrograms(endings)
  const tools = { python: 'python3', npm: '/npm/npm-cli.js', compiler: 'g++' }
  await buildEngine({ variant: variants.cpu, cache, tools, run, ask, say: () => {} })
  return deeds
}
