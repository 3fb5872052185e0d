import type { Laboratory } from './laboratory.ts'
import { sourceDigest } from './source-digest.ts'

const backendSources = sourceDigest(new URL('../backend/chain.ts', import.meta.url))

/** The engine as a run's key names it: an edit to a kernel asks for new runs as much as another version does. */
export async function engineKey({ engine }: Pick<Laboratory, 'engine'>): Promise<string> {
  const { name, version } = await engine()
  return `${name} ${version}, ${backendSources}`
}
