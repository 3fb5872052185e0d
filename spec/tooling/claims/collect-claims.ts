import { readdirSync } from 'node:fs'
import { vi } from 'vitest'
import type { Claim } from '../../../src/claims/claim.ts'

/** A claim as its spec states it, whatever its experiment gives. */
export type CollectedClaim = Claim<object, unknown>

/**
 * The claims that the specs of a folder state, without running them.
 *
 * @param folder - of spec/, for instance '3-lenet'
 */
export async function collectClaims(folder: string): Promise<CollectedClaim[]> {
  const claims: CollectedClaim[] = []
  vi.resetModules()
  vi.doMock('../../../src/claims/claim.ts', () => ({ claim: (stated: CollectedClaim) => claims.push(stated) }))
  try {
    const directory = new URL(`../../${folder}/`, import.meta.url)
    for (const file of readdirSync(directory).filter((name) => name.endsWith('.spec.ts'))) {
      await import(/* @vite-ignore */ new URL(file, directory).href)
    }
  } finally {
    vi.doUnmock('../../../src/claims/claim.ts')
    vi.resetModules()
  }
  return claims
}
