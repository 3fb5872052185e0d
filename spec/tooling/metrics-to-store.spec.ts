import { expect, test } from 'vitest'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { metricsToStore } from '../../src/claims/metrics-to-store.ts'
import { tolerances } from '../../src/tolerances.ts'

const evidence = [exactEvidence('epochs', 7, 'epoch'), exactEvidence('step', 2, 's'), exactEvidence('loss', Number.NaN)]

test.each([
  ['exact', tolerances.exact],
  ['theorem', tolerances.exact],
  ['value', tolerances.hostStatistic],
  ['ordering', tolerances.hostStatistic],
  ['rate', tolerances.hostStatistic],
] as const)('the evidence of a claim of the kind %s is stored with its tolerance, times apart', (kind, tolerance) => {
  expect(metricsToStore(kind, evidence)).toEqual([
    { name: 'epochs', unit: 'epoch', value: 7, tolerance },
    { name: 'loss', unit: '1', value: null, tolerance },
  ])
})
