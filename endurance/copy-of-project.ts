import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './claims-run.ts'

/** What a run of claims needs of the project. */
export const neededByClaims = [
  'src',
  'spec',
  'scripts',
  'fixtures',
  'snapshots',
  'package.json',
  'vitest.config.ts',
  'tsconfig.json',
]

/** Makes a folder a copy of the project, so that its report stands apart. The same code has the same runs in a cache. */
export function copyProject(folder: string): void {
  for (const name of neededByClaims) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
}
