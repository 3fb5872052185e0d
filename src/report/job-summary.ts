import { appendFileSync } from 'node:fs'

/** Adds Markdown to the job summary of a CI that has one. */
export function addToJobSummary(markdown: string): void {
  if (process.env.GITHUB_STEP_SUMMARY) appendFileSync(process.env.GITHUB_STEP_SUMMARY, markdown)
}
