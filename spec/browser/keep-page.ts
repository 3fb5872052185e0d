import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { HomeworkError } from '../../src/homework-error.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** the page that is looked at, as an absolute path */
    page: string
    /** where screenshots go */
    screenshots: string
  }
}

/** Keeps the page of the last run: the spec of the UI makes a new report, of Problem 1 alone. */
export default function keepPage({ config, provide }: TestProject): void {
  const page = join(config.root, 'claims-report/index.html')
  if (!existsSync(page)) {
    throw new HomeworkError(`There is no ${page} to look at. Make it by \`npm run claims\`, then run this again.`)
  }
  const folder = join(config.root, 'browser-report')
  mkdirSync(folder, { recursive: true })
  copyFileSync(page, join(folder, 'index.html'))
  provide('page', join(folder, 'index.html'))
  provide('screenshots', folder)
}
