import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { HomeworkError } from '../homework-error.ts'
import { type ClaimsJson, figureFolder } from './claims-json.ts'
import { claimsMarkdown } from './claims-markdown.ts'
import type { DrawnClaim } from './gathered-claims.ts'
import { claimsPage } from './page/claims-page.ts'
import type { Problem } from './page/problems.ts'
import { writeWhole } from './write-whole.ts'

/**
 * Writes `claims.json`, `claims.md`, `index.html` and the figures.
 *
 * @param folder - of the report; is made
 * @param claims - those of the report, with their figures
 * @param problems - of another homework than this one
 * @throws {HomeworkError} if the disk refuses it: no report is left then, neither a part of this one nor that of an earlier run, which could
 *   be taken for it
 */
export function writeReport(
  folder: string,
  report: ClaimsJson,
  claims: readonly DrawnClaim[],
  problems: readonly Problem[] | undefined,
): void {
  const drawings = drawingsOf(claims)
  // Put together first: what fails here is a defect of ours and no trouble of the disk.
  const files = new Map([
    ...drawings,
    ['index.html', claimsPage(report, (path) => drawings.get(path)!.toString(), problems)] as const,
    ['claims.md', claimsMarkdown(report)] as const,
    ['claims.json', `${JSON.stringify(report, null, 2)}\n`] as const,
  ])
  try {
    rmSync(join(folder, 'figures'), { recursive: true, force: true })
    for (const [path, content] of files) writeWhole(join(folder, path), content)
  } catch (error) {
    for (const path of ['figures', ...files.keys()]) removeIfPossible(join(folder, path))
    throw new HomeworkError(
      `The report ${folder} cannot be written: ${(error as Error).message}. Make the folder writable and free some space on its disk.`,
      { cause: error },
    )
  }
}

/** The figures of all claims, by their paths in the report's folder. */
function drawingsOf(claims: readonly DrawnClaim[]): Map<string, string | Buffer> {
  return new Map(
    claims.flatMap(({ record, svgs }) =>
      record.figures.map((name, index) => [`${figureFolder(record.frontMatter)}/${name}`, svgs[index]!] as const),
    ),
  )
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // The folder cannot be written, and the error that is on its way says so.
  }
}
