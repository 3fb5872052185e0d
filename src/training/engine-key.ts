import type { Laboratory } from './laboratory.ts'
import { sourceDigest } from './source-digest.ts'

const backendSources = sourceDigest(new URL('../backend/chain.ts', import.meta.url))

/**
 * The engine as a run's key names it: an edit to a kernel asks for new runs as much as another version does. So does
 * another device: for TensorFlow the version is that of the npm package, and the device names the library and its GPU.
 */
export async function engineKey({ engine }: Pick<Laboratory, 'engine'>): Promise<string> {
  const { name, version, device } = await engine()
  return `${name} ${version}, ${device}, ${backendSources}`
}
