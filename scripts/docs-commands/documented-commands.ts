import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A command in a document. */
export interface DocumentedCommand {
  readonly command: string
  /** relative to the project, with forward slashes */
  readonly file: string
}

/** The documents that people read: not the reports of claims, which the project writes. */
export function documents(root: string): string[] {
  const below = ['docs', 'examples'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  return [...readdirSync(root), ...below]
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.md') && !path.endsWith('/claims.md'))
    .sort()
}

/** All commands of the documents, each once a document. */
export function documentedCommands(root: string): DocumentedCommand[] {
  return documents(root).flatMap((file) => {
    const commands = commandsIn(readFileSync(join(root, file), 'utf8'))
    return [...new Set(commands)].map((command) => ({ command, file }))
  })
}

/** Lines of code that begin with npm or npx, and such words within a line; what `&&` joins is taken apart. */
export function commandsIn(markdown: string): string[] {
  const lines = [...markdown.matchAll(/^ {4}(np[mx] .*)$/gm)].map(([, line]) => line!.replace(/\s+#.*$/, ''))
  const spans = [...markdown.matchAll(/`(np[mx] [^`]+)`/g)].map(([, span]) => span!)
  return [...lines, ...spans].flatMap((line) => line.split('&&').map((command) => command.trim()))
}

/** The flags of code in lines and within lines, also of a part of a command. */
export function flagsIn(markdown: string): string[] {
  const code = [...markdown.matchAll(/^ {4}.*$|`[^`\n]+`/gm)].map(([piece]) => piece)
  return code.flatMap((piece) => [...piece.matchAll(/(?<![\w-])--[a-z][\w-]*/g)].map(([flag]) => flag))
}
