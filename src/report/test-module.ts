import { relative, sep } from 'node:path'
import type { TestModule } from 'vitest/node'

/** Not so if the run was cancelled before. */
export function hasEnded(module: TestModule): boolean {
  return ['passed', 'failed', 'skipped'].includes(module.state())
}

/** Where a spec file stands: relative to the project, with forward slashes. */
export function fileOf({ moduleId }: { readonly moduleId: string }, root: string): string {
  return relative(root, moduleId).split(sep).join('/')
}
