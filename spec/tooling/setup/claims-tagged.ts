import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The claims that have a tag, by the text of their specs: Vitest's filter by tags would leave out all specs that are no
 * claims.
 *
 * @param root - the project's folder
 * @returns paths relative to it
 * @throws {RangeError} if there is none
 */
export function claimsTagged(tag: string, root: string): string[] {
  // A checkout on Windows may end its lines by \r\n.
  const line = new RegExp(`@module-tag ${tag}\\r?\\n`)
  const claims = readdirSync(join(root, 'spec'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^[1-4]-.*\.spec\.ts$/.test(path))
    .map((path) => `spec/${path}`)
    .filter((path) => line.test(readFileSync(join(root, path), 'utf8')))
  if (claims.length === 0) throw new RangeError(`No claim below ${join(root, 'spec')} is tagged ${tag}.`)
  return claims
}
