import { appendFileSync } from 'node:fs'
import { HomeworkError } from '../homework-error.ts'

/**
 * Adds Markdown to the job summary of a CI that has one.
 *
 * @throws {HomeworkError} if the file that GITHUB_STEP_SUMMARY names cannot be written
 */
export function addToJobSummary(markdown: string): void {
  const path = process.env.GITHUB_STEP_SUMMARY
  if (!path) return
  try {
    appendFileSync(path, markdown)
  } catch (error) {
    throw new HomeworkError(
      `The job summary ${path} cannot be written: ${(error as Error).message}. Let GITHUB_STEP_SUMMARY name a file that can be, or unset it.`,
      { cause: error },
    )
  }
}
