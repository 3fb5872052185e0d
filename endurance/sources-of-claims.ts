import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { neededByClaims } from './copy-of-project.ts'

/** SHA-256 of what a run of claims needs of the project; null if it was changed since the commit, or outside a git checkout. */
export function sourcesOfClaims(root: string): string | null {
  const paths = ['--', ...neededByClaims, 'package-lock.json']
  try {
    if (git(root, 'status', '--porcelain', ...paths) !== '') return null
    return createHash('sha256')
      .update(git(root, 'ls-tree', 'HEAD', ...paths))
      .digest('hex')
  } catch {
    return null
  }
}

function git(root: string, ...words: string[]): string {
  return execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}
