import { claimsJson } from '../../../src/report/claims-json.ts'
import { reported, run } from '../report/small-report.ts'

/** A red report in which every text that somebody wrote, or that a run said, is the given one. */
export function reportOf(text: string) {
  const frontMatter = {
    ...{ part: text, statement: text, source: text, explanation: text },
    reported: { text, value: 1 },
  }
  const evidence = [{ metric: text, value: 1, low: 0, high: 2, unit: text, n: 3, diverged: 0 }]
  const judgement = { test: text, finding: text, evidence }
  const record = { twin: { changed: text, verdict: 'reproduced' as const }, figures: ['one.svg'] }
  const red = { ...reported({ frontMatter, judgement, record }), captions: [text], file: text, passed: false }
  const backend = { ...run.backend, device: text, package: text, version: text }
  const described = { ...run, seed: text, commit: text, notLoaded: [text], backend }
  // One that failed, and one of which its finding is the reason.
  return { ...claimsJson(described, [{ ...red, failures: [text, text] }, red]), faults: [text] }
}
