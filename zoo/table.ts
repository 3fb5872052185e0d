import { markdownTable } from '../src/report/markdown-table.ts'
import { escapeText } from '../src/report/markdown-text.ts'
import type { Mistake } from './mistake.ts'
import type { Failure, SpecRun } from './sandbox.ts'

/** A mistake and what the specs said to it. */
export interface Tried {
  readonly mistake: Mistake
  readonly run: SpecRun
}

/** The specs that were to go red and did not. */
export function blindSpecs({ mistake, run }: Tried): string[] {
  return mistake.seenBy.filter((spec) => !run.failures.some((failure) => failure.spec === spec))
}

/** What all mistakes came to, as Markdown: a row for each spec that was to go red, with the first message in it. */
export function tableOf(tried: readonly Tried[]): string {
  const rows = tried.flatMap((each, index) =>
    each.mistake.seenBy.map((spec, place) => {
      const red = each.run.failures.filter((failure) => failure.spec === spec)
      const cells = place === 0 ? [`${index + 1}`, escapeText(each.mistake.name)] : ['', '']
      return [...cells, `\`${spec}\``, red.length === 0 ? '**none**' : `${red.length}`, ...firstOf(red[0])]
    }),
  )
  const head = ['', 'mistake', 'spec that goes red', 'tests', 'the first', 'what it says']
  return markdownTable(head, rows)
}

/** How many were seen, and by what. */
export function countsOf(tried: readonly Tried[]): string {
  const seenBy = (isSuch: (spec: string) => boolean) =>
    tried.filter(({ run }) => run.failures.some(({ spec }) => isSuch(spec))).length
  const isClaim = (spec: string) => /^[1-4]-/.test(spec)
  const seen = seenBy(() => true)
  const tests = tried.reduce((sum, { run }) => sum + run.failures.length, 0)
  return (
    `${tried.length} mistakes, ${seen} seen, ${tried.length - seen} survived: ${seenBy(isClaim)} by a claim, ` +
    `${seenBy((spec) => !isClaim(spec))} by a spec of the machinery; ${tests} tests went red.`
  )
}

/** The title of a test and its message. */
function firstOf(failure: Failure | undefined): string[] {
  return [failure?.test ?? '', failure?.message ?? ''].map((text) =>
    escapeText(text.length > 160 ? `${text.slice(0, 157)}…` : text),
  )
}
