import { expect, test } from 'vitest'
import {
  averageOverSeeds,
  cellEvidence,
  cellsOf,
  interaction,
  interactions,
  mapCells,
} from '../../src/experiments/lenet/factorial.ts'

const cells = { neither: 1, batchNormalisation: 3, dropout: 4, both: 6 }

test('the interaction is 0 where effects add up', () => {
  expect(interaction(cells)).toBe(0)
})

test('it is what both change beyond that, whichever factor is looked at first', () => {
  expect(interaction({ ...cells, both: 10 })).toBe(4)
  expect(interaction({ ...cells, batchNormalisation: 4, dropout: 3, both: 10 })).toBe(4)
  expect(interaction({ ...cells, neither: 2 })).toBe(1)
})

test('it is taken image by image', () => {
  const each = mapCells(cells, (value) => Float64Array.of(value, 2 * value, value === 6 ? Number.NaN : 0))
  expect(interactions(each)).toEqual(Float64Array.of(0, 0, Number.NaN))
})

test('over seeds the values of an image are averaged in each cell', () => {
  const ofSeed = (shift: number) => mapCells(cells, (value) => Float64Array.of(value + shift, value - shift))
  expect(averageOverSeeds([ofSeed(0), ofSeed(2)])).toEqual(
    mapCells(cells, (value) => Float64Array.of(value + 1, value - 1)),
  )
})

test('the evidence of the cells is in their order', () => {
  const evidence = cellEvidence(
    'loss',
    mapCells(cells, (value) => Float64Array.of(value, value)),
  )
  expect(mapCells(cellsOf(evidence), ({ value }) => value)).toEqual(cells)
  expect(cellsOf(evidence).batchNormalisation.metric).toBe('batch_normalisation_loss')
})
