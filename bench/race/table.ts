import { memoryInWords } from '../memory.ts'
import { type Median, medianOf, ratioOf } from '../ratio.ts'
import type { Work } from '../work.ts'
import type { Timing } from './race.ts'
import type { Target } from './targets.ts'

/** A work as Markdown: a row for each contender, and how far each target is reached. */
export function workAsMarkdown(work: Work, timings: readonly Timing[], targets: readonly Target[]): string {
  const base = timings.find(({ contender }) => contender === 'wasm')?.seconds ?? []
  const rows = timings.map(({ contender, about, seconds, peakBytes }) => {
    if (seconds.length === 0) return `| ${contender} | did not finish: ${about} | | | |`
    const { median, low, high } = medianOf(seconds.map((value) => 1000 * value))
    const ratio = ratioOf(seconds, base)
    return `| ${contender} | ${digits(median)} | ${digits(low)} to ${digits(high)} | ${ratio ? inWords(ratio) : ''} | ${memoryInWords(peakBytes)} |`
  })
  return [
    `\n### ${work.name}`,
    '',
    `| contender | ms for ${article(work.unit)}, median | interval | times wasm | most memory of a process |`,
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...targets.map((target) => `- ${targetInWords(target, timings)}`),
  ].join('\n')
}

/** What a target asks for and what was measured. */
export function targetInWords({ contender, against, atMost }: Target, timings: readonly Timing[]): string {
  const asked = `Target: ${contender} takes at most ${digits(atMost)} times as long as ${against}.`
  const secondsOf = (name: string) => timings.find((timing) => timing.contender === name)?.seconds ?? []
  const ratio = ratioOf(secondsOf(contender), secondsOf(against))
  if (ratio === null) return `${asked} Not measured.`
  const verdict = ratio.high <= atMost ? 'Reached' : ratio.low > atMost ? 'Missed' : 'Undecided'
  return `${asked} ${verdict}: ${inWords(ratio)}.`
}

function inWords({ median, low, high }: Median): string {
  return `${digits(median)} (${digits(low)} to ${digits(high)})`
}

function digits(value: number): string {
  return Number(value.toPrecision(3)).toString()
}

function article(unit: string): string {
  return /^\d|^four/.test(unit) ? unit : `a${/^[aeiou]/.test(unit) ? 'n' : ''} ${unit}`
}
