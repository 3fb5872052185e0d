import { createHash } from 'node:crypto'
import { gitOutput } from '../src/report/git-output.ts'
import { neededByClaims } from './copy-of-project.ts'

/** SHA-256 of what a run of claims needs of the project; null if it was changed since the commit, or outside a git checkout. */
export function sourcesOfClaims(root: string): string | null {
  const paths = ['--', ...neededByClaims, 'package-lock.json']
  if (gitOutput(root, 'status', '--porcelain', ...paths) !== '') return null
  const tree = gitOutput(root, 'ls-tree', 'HEAD', ...paths)
  return tree === null ? null : createHash('sha256').update(tree).digest('hex')
}
