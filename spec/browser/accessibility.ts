import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds wrong on a page: the rule, how often, and the first element. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(source)
  const { violations, passes } = (await page.evaluate('axe.run()')) as AxeResults
  if (passes.length === 0) throw new Error('axe-core has checked nothing')
  return violations.map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]!.html}`)
}
