import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import type { Claim } from '../../../src/claims/claim.ts'

/** A claim as its spec states it, whatever its experiment gives. */
export type CollectedClaim = Claim<object, unknown>

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Takes the place of the module that registers a claim with Vitest. */
const collector = 'export const stated = []; export function claim(definition) { stated.push(definition) }'

/**
 * The claims that the specs of a folder state, without running them. The specs are loaded beside the worker's own modules:
 * to load these anew would part the engine that is open from the tensors on it.
 *
 * @param folder - of spec/, for instance '3-lenet'
 */
export async function collectClaims(folder: string): Promise<CollectedClaim[]> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [{ name: 'collect-claims', load: (id) => (id.endsWith('/src/claims/claim.ts') ? collector : null) }],
  })
  try {
    for (const file of readdirSync(`${root}spec/${folder}`).filter((name) => name.endsWith('.spec.ts'))) {
      await server.ssrLoadModule(`/spec/${folder}/${file}`)
    }
    return (await server.ssrLoadModule('/src/claims/claim.ts')).stated
  } finally {
    await server.close()
  }
}
