import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { type EngineResult, engineMatrix } from '../../src/report/engine-matrix.ts'
import { noteDeviation, takeDeviation } from '../gradients/deviation.ts'

const result = (engine: EngineResult['engine'], name: string, deviation: number | null): EngineResult => ({
  ...{ engine, file: `spec/${name}.spec.ts`, outcome: 'passed', deviation },
})

test('the matrix has a row for each spec and a column for each engine', () => {
  const results: EngineResult[] = [
    result('webgpu', 'gradients/gradient-of-dense', 0.123),
    result('cpu', 'gradients/gradient-of-dense', 0),
    { ...result('cpu', 'gradients/golden-lenet', 1.5), outcome: 'failed' },
    { ...result('webgpu', '2-dying-relu/a-claim', null), outcome: 'lost' },
    result('cpu', '2-dying-relu/a-claim', null),
    { ...result('webgpu', 'gradients/kinks', Number.POSITIVE_INFINITY), outcome: 'failed' },
    result('cpu', 'gradients/kinks', 4.56e-5),
  ]
  expect(engineMatrix(results, ['webgpu', 'cpu']).map(stripVTControlCharacters)).toEqual([
    'spec                         webgpu             cpu',
    '2-dying-relu/a-claim         LOST               passed',
    'gradients/golden-lenet       –                  FAILED 150 %',
    'gradients/gradient-of-dense  12 %               0 %',
    'gradients/kinks              FAILED not finite  0.0046 %',
  ])
})

test('a deviation is the largest of those noted since it was last taken, as a share of the tolerance', () => {
  takeDeviation()
  expect(takeDeviation()).toBeNull()
  noteDeviation(1.5, 1, { kind: 'abs', size: 2 })
  noteDeviation(-2, -1, { kind: 'rel', size: 4 })
  noteDeviation(7, 7, { kind: 'abs', size: 0 })
  expect(takeDeviation()).toBe(0.25)
  expect(takeDeviation()).toBeNull()
})

test.each([
  [7, 7, 0],
  [0, -0, 0],
  [Number.NaN, Number.NaN, 0],
  [Number.NaN, 1, Number.POSITIVE_INFINITY],
  [Number.POSITIVE_INFINITY, 1, Number.POSITIVE_INFINITY],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0],
  [2, 1, Number.POSITIVE_INFINITY],
])('%d instead of exactly %d deviates by %d tolerances', (value, expected, deviation) => {
  takeDeviation()
  noteDeviation(value, expected, { kind: 'abs', size: 0 })
  expect(takeDeviation()).toBe(deviation)
})
