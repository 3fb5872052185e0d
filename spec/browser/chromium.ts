import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { HomeworkError } from '../../src/homework-error.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe']

/**
 * Starts the machine's own Chromium or Chrome without a window; none is downloaded.
 *
 * @throws {HomeworkError} if there is none
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH ?? installed()
  // Chromium's sandbox refuses to run for root, as whom containers often run.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  try {
    // Without a path, Chrome where its installer puts it on this system.
    return await chromium.launch(executablePath === undefined ? { channel: 'chrome', args } : { executablePath, args })
  } catch (error) {
    throw new HomeworkError(
      `No browser starts (${executablePath ?? 'none found on the PATH'}): install Chromium or Chrome, or set CHROME_PATH ` +
        `to its program. ${String(error)}`,
    )
  }
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path))
}

/** A page, and what went wrong on it so far: errors on its console, exceptions, and requests that failed. */
export interface WatchedPage {
  readonly page: Page
  readonly faults: readonly string[]
  /** the addresses that it asked for */
  readonly requests: readonly string[]
}

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const page = await (await browser.newContext(options)).newPage()
  const [faults, requests]: [string[], string[]] = [[], []]
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('requestfailed', (request) => faults.push(`${request.url()} failed`))
  page.on('request', (request) => requests.push(request.url()))
  return { page, faults, requests }
}
