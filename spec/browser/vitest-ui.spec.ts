import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchChromium, openPage } from './chromium.ts'

const root = join(import.meta.dirname, '../..')
let [browser, server]: [Browser | undefined, ChildProcess | undefined] = [undefined, undefined]

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  server?.kill()
  await browser?.close()
})

/** What `npm run ui` starts, on the claims of Problem 1 and without opening a browser of its own. */
async function startUi(): Promise<string> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const started = spawn(process.execPath, [vitest, '--ui', '--open=false', '--watch', '--project=claims', 'spec/1-'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  server = started
  let output = ''
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += stripVTControlCharacters(chunk.toString())
      const address = /UI started at (\S+)/.exec(output)?.[1]
      if (address !== undefined && output.includes('Waiting for file changes')) resolve(address)
    }
    started.stdout!.on('data', listen)
    started.stderr!.on('data', listen)
    started.on('exit', (code) => reject(new Error(`Vitest UI ended with ${code}:\n${output}`)))
  })
}

test('Vitest UI shows the claims by problem, and a claim’s evidence and figure', { timeout: 300_000 }, async () => {
  const address = await startUi()
  const { page, faults } = await openPage(browser!, { viewport: { width: 1440, height: 1000 } })
  // The UI asks Google for a font, and does without it.
  await page.route('https://fonts.googleapis.com/**', (route) => route.fulfill({ contentType: 'text/css', body: '' }))
  await page.goto(address)
  const name = /Another training set changes fewer test classifications of hinge loss after 100 epochs: refuted/
  await page.getByText(name).first().click()
  const figure = page.locator('img[src^="data:image/svg"]')
  await figure.waitFor()
  await page.screenshot({ path: join(inject('screenshots'), 'ui.png') })
  const size = await figure.evaluate((image) => {
    const { naturalWidth, naturalHeight } = image as unknown as { naturalWidth: number; naturalHeight: number }
    return [naturalWidth, naturalHeight]
  })
  expect(Math.min(...size)).toBeGreaterThan(100)
  await expect.poll(() => page.getByText('perceptron minus hinge disagreement').count()).toBeGreaterThan(0)
  const files = await page.getByText(/^spec\/1-perceptron\//).allInnerTexts()
  expect(files.length).toBeGreaterThan(3)
  expect(files).toEqual([...files].sort())
  expect(faults).toEqual([])
})
