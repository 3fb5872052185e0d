import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { HomeworkError } from '../../homework-error.ts'

/** The workflow that uploads the report of each push, and the name that it gives it. */
export const workflow = 'findings.yml'
export const artifact = 'claims-report'

/** Runs GitHub's command line tool; `error` is set where there is none. */
export type GitHub = (words: readonly string[]) => {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly error?: Error
}

export const gh: GitHub = (words) => spawnSync('gh', words, { encoding: 'utf8' })

/**
 * Downloads the report of the last push to a branch whose findings were as pinned. Pull requests are left out: a fork's
 * branch may have the same name.
 *
 * @param folder - an empty folder for the report
 * @returns the path of its claims.json, or why there is none: it was never uploaded, or is too old to be kept
 * @throws {HomeworkError} if GitHub cannot be asked, so that nobody takes a comparison for made
 */
export function downloadReport(
  branch: string,
  folder: string,
  github: GitHub = gh,
): { readonly path: string } | { readonly absent: string } {
  const listed = github([
    ...['run', 'list', `--branch=${branch}`, `--workflow=${workflow}`, '--event=push', '--status=success'],
    ...['--limit=1', '--json=databaseId', '--jq=.[].databaseId'],
  ])
  if (listed.error || listed.status !== 0) {
    throw new HomeworkError(
      `GitHub does not say what ran on ${branch}: ${failure(listed)}. Install its gh and sign in, or name the old report yourself.`,
    )
  }
  const run = listed.stdout.trim()
  if (run === '') return { absent: `no push to ${branch} has passed ${workflow} yet` }
  const downloaded = github(['run', 'download', run, `--name=${artifact}`, `--dir=${folder}`])
  if (downloaded.error || downloaded.status !== 0) return { absent: failure(downloaded) }
  return { path: join(folder, 'claims.json') }
}

function failure({ error, status, stderr }: ReturnType<GitHub>): string {
  return error ? `gh cannot be run: ${error.message}` : `gh ended with ${status}: ${stderr.trim()}`
}
