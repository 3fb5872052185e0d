import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { violationsOf } from './accessibility.ts'
import { launchChromium, openPage } from './chromium.ts'

const desktop = { viewport: { width: 1280, height: 900 } }
const looks = {
  desktop,
  dark: { ...desktop, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true },
} as const satisfies Record<string, BrowserContextOptions>

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

async function open(options: BrowserContextOptions = desktop) {
  const watched = await openPage(browser, options)
  await watched.page.goto(pathToFileURL(inject('page')).href)
  return watched
}

describe.each(Object.keys(looks) as (keyof typeof looks)[])('the claims page, %s', (look) => {
  test('opens without a fault or a request, and violates no rule of accessibility', async ({ annotate }) => {
    const { page, faults, requests } = await open(looks[look])
    await page.screenshot({ path: join(inject('screenshots'), `page-${look}.png`) })
    expect(await violationsOf(page)).toEqual([])
    expect(faults).toEqual([])
    expect(requests).toHaveLength(1)
    const loaded = await page.evaluate('performance.getEntriesByType("navigation")[0].loadEventEnd')
    await annotate(`It was there after ${Math.round(Number(loaded))} ms.`)
  })

  test('is no wider than the screen', async () => {
    const { page } = await open(looks[look])
    const width = await page.evaluate('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(looks[look].viewport.width)
  })
})

test('the file has every figure inside and is under 2 MB', async () => {
  const { page } = await open()
  expect(statSync(inject('page')).size).toBeLessThan(2e6)
  const figures = await page.locator('figure').count()
  expect(figures).toBe(readFileSync(inject('page'), 'utf8').split('<figure ').length - 1)
  expect(figures).toBeGreaterThan(0)
})

test('each figure is drawn: it has a size, and something to see', async () => {
  const { page } = await open()
  const sizes: { id: string; width: number; height: number; marks: number }[] = await page.evaluate(`
    [...document.querySelectorAll('figure')].map((figure) => {
      const { width, height } = figure.querySelector('svg').getBoundingClientRect()
      const marks = [...figure.querySelectorAll('svg :is(path, rect, circle, line)')].filter((mark) => mark.getBBox().width + mark.getBBox().height > 0)
      return { id: figure.id, width, height, marks: marks.length }
    })`)
  expect(sizes.filter(({ width, height, marks }) => width < 300 || height < 100 || marks < 3)).toEqual([])
})

describe('the filters', () => {
  test('choose by problem, verdict and words, on the table and below it', async () => {
    const { page } = await open()
    const [rows, sections] = [page.locator('tr[data-claim]:visible'), page.locator('article:visible')]
    const all = await rows.count()
    const filters = page.locator('#filters')
    await filters.getByLabel('Problem').selectOption('P1')
    const ofProblem = await page.locator('tr[data-problem="P1"]').count()
    expect([await rows.count(), await sections.count()]).toEqual([ofProblem, ofProblem])
    await filters.getByLabel('Verdict').selectOption('refuted')
    expect(await rows.count()).toBe(await page.locator('tr[data-problem="P1"][data-verdict="refuted"]').count())
    await filters.getByLabel('Search').fill('hinge ACCURACY')
    const texts = await rows.allInnerTexts()
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.every((text) => /hinge/i.test(text) && /accuracy/i.test(text))).toBe(true)
    expect(await page.locator('output').innerText()).toBe(`${texts.length} of ${all} claims`)
  })

  test('are not there without JavaScript, and then all claims are', async () => {
    const { page } = await open({ ...desktop, javaScriptEnabled: false })
    expect(await page.locator('form').isVisible()).toBe(false)
    const rows = page.locator('tr[data-claim]')
    expect(await rows.filter({ visible: true }).count()).toBe(await rows.count())
  })

  test('are not printed', async () => {
    const { page } = await open()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('form').isVisible()).toBe(false)
    await page.pdf({ path: join(inject('screenshots'), 'page.pdf'), format: 'A4' })
  })
})

test('a keyboard reaches the claims: first the skip link, then a filter, then a claim', async () => {
  const { page } = await open()
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the claims')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.name')).toBe('text')
  await page.locator('tbody a').first().focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.querySelector(":target").tagName')).toBe('ARTICLE')
})
