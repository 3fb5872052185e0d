import { execFileSync } from 'node:child_process'

/** What a command of git says of a folder, without spaces at its ends; null where git is absent or fails, as outside a checkout. */
export function gitOutput(root: string, ...words: string[]): string | null {
  try {
    return execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}
