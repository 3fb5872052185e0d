import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { claimsJson, type ReportedClaim } from '../../src/report/claims-json.ts'
import { budgetLine, summaryLine } from '../../src/report/summary.ts'
import { terminalTable } from '../../src/report/terminal-table.ts'
import { defaultSeed } from '../../src/switches.ts'
import { reported, run, theorem } from './report/small-report.ts'

const passedOver = [{ name: 'tensorflow' as const, reason: 'not installed' }]

function onTerminal(...claims: ReportedClaim[]): string[] {
  const text = terminalTable(claimsJson(run, claims), { engine: 'wasm', passedOver })
  return stripVTControlCharacters(text).split('\n')
}

describe('the terminal', () => {
  test('has a line for each claim, then what ran and what was passed over', () => {
    expect(onTerminal(reported(), theorem('reproduced', 1000), theorem('refuted', 37))).toEqual([
      '',
      '   claim  reading   part        reported  measured                           verdict',
      '✓  P1.3   assigned  far points  0.505     -0.1 [-0.2, -0.05]                 refuted',
      '✓  P1.3   assigned  refuted     0.505     37 cases hold, the next one fails  refuted',
      '✓  P1.3   assigned  reproduced  0.505     1000 cases hold                    reproduced',
      '',
      '3 claims at quick scale, seed homework-2: 1 reproduced, 2 refuted; every finding is as pinned.',
      'Engine: wasm (CPU, one thread, SIMD), @tensorflow/tfjs-backend-wasm 4.22.0. Error budget: 1.23e-5 of 0.001 spent.',
      'Passed over tensorflow: not installed.',
      '',
    ])
  })

  test('marks a red claim, and says what is pinned', () => {
    const flipped = { ...reported({ judgement: { verdict: 'reproduced' } }), passed: false }
    expect(onTerminal(flipped)[2]).toMatch(/^✗.*reproduced, pinned refuted$/)
  })
})

test('an error budget is held with the default seed alone, and says so where it is overspent with another', () => {
  const errorBudget = { familywise: 0.001, spent: 0.005 }
  expect(budgetLine({ errorBudget, seed: 'fresh' })).toBe(
    `Error budget: 0.005 of 0.001 spent; only the seed ${defaultSeed} is held to it.`,
  )
  expect(budgetLine({ errorBudget, seed: defaultSeed })).toBe('Error budget: 0.005 of 0.001 spent.')
  expect(budgetLine({ errorBudget: { ...errorBudget, spent: 0.001 }, seed: 'fresh' })).toBe(
    'Error budget: 0.001 of 0.001 spent.',
  )
})

describe('the summary', () => {
  const flipped = { ...reported(), passed: false }
  const notLoaded = ['spec/1-perceptron/y.spec.ts', 'spec/1-perceptron/z.spec.ts']

  test.each([
    ['what is red', {}, [flipped], '1 refuted; 1 red.'],
    [
      'that a part was run',
      { partial: true },
      [reported()],
      '; every finding is as pinned. Only a part of the suite was run.',
    ],
    ['which files failed', { notLoaded }, [reported()], `; none of them red. Failed to load: ${notLoaded.join(', ')}.`],
    [
      'so of failed files alone',
      { notLoaded },
      [],
      '0 claims at quick scale, seed homework-2: none of them red. Failed',
    ],
  ])('says %s', (_, changes, claims, words) => {
    expect(summaryLine(claimsJson({ ...run, ...changes }, claims))).toContain(words)
  })
})
