import { win32 } from 'node:path'

/**
 * Whether a program is to be started through the shell: on Windows npm and npx are scripts of the shell. It would take a
 * path with a space apart, as that of Node often is.
 */
export function throughShell(program: string, platform: NodeJS.Platform): boolean {
  return platform === 'win32' && !win32.isAbsolute(program)
}
