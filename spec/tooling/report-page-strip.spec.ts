import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Judgement } from '../../src/claims/judgement.ts'
import { claimsJson } from '../../src/report/claims-json.ts'
import { intervalStrip } from '../../src/report/page/interval-strip.ts'
import { reported, run, theorem } from './report/small-report.ts'

/** The strip of a claim whose judged quantity is 3 [2, 4]. */
function strip(kind: 'value' | 'ordering', reportedValue: number | null, changes: Partial<Judgement> = {}) {
  const claim = reported({
    frontMatter: { kind, reported: reportedValue === null ? null : { text: 'x', value: reportedValue } },
    judgement: {
      evidence: [{ metric: 'angle', value: 3, low: 2, high: 4, unit: 'degree', n: 9, diverged: 0 }],
      ...changes,
    },
  })
  const [entry] = claimsJson(run, [claim]).claims
  return parseHTML(String(intervalStrip(entry!))).document
}

const at = (element: { getAttribute(name: string): string | null }, name: string) => Number(element.getAttribute(name))

describe('the strip of a claim', () => {
  test('has the reported number and the measured interval on one axis', () => {
    const drawn = strip('value', 10)
    const [interval, axis] = [drawn.querySelector('.interval')!, drawn.querySelector('.axis')!]
    const [left, right] = [at(axis, 'x1'), at(axis, 'x2')]
    const x = (value: number) => left + ((value - 2) / 8) * (right - left)
    expect([at(interval, 'x1'), at(interval, 'x2')]).toEqual([x(2), x(4)].map((place) => expect.closeTo(place, 1)))
    expect(at(drawn.querySelector('.measured')!, 'cx')).toBeCloseTo(x(3), 1)
    expect(drawn.querySelector('.reported')!.getAttribute('d')).toMatch(new RegExp(`^M${right.toFixed(1)},`))
    expect([...drawn.querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual(['2', '10'])
  })

  test('has the number that the claim compares with, and then no reported one, which is another quantity', () => {
    const drawn = strip('ordering', 0.5, { bound: 0 })
    expect(at(drawn.querySelector('.bound')!, 'x1')).toBe(at(drawn.querySelector('.axis')!, 'x1'))
    expect(drawn.querySelector('.reported')).toBeNull()
  })

  test('is hidden from those who hear the page: the cell says the same', () => {
    expect(strip('value', 10).querySelector('svg')!.getAttribute('aria-hidden')).toBe('true')
  })

  test('is nothing for a lone number, for one that is not finite, for no evidence and for a theorem', () => {
    const lone = { metric: 'a', value: 3, low: null, high: null, unit: '1', n: 1, diverged: 0 }
    expect(strip('value', null, { evidence: [lone] }).querySelector('svg')).toBeNull()
    const lost = { ...lone, value: null, diverged: 1 }
    expect(strip('value', 10, { evidence: [lost] }).querySelector('svg')).toBeNull()
    expect(strip('value', 10, { evidence: [] }).querySelector('svg')).toBeNull()
    const [entry] = claimsJson(run, [theorem('reproduced', 9)]).claims
    expect(String(intervalStrip(entry!))).toBe('')
  })
})
