import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { trainEnsemble } from '../../src/training/ensemble.ts'
import { mapParameters } from '../../src/training/network-parameters.ts'
import { engineNames } from './keras/engines.ts'
import { goldenTrainings } from './keras/golden.ts'
import { differencesOf, trainingOf } from './keras/replay.ts'

const dense = goldenTrainings.filter(({ network }) => network.input.length === 1)

describe.each(engineNames)('on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  test.each(dense)(
    'in an ensemble the $title net ends where that of Keras 3 does, whoever its neighbours are',
    async (golden) => {
      const { configuration, examples, start } = trainingOf(golden)
      const neighbour = {
        ...start,
        weights: mapParameters(start.weights, (values) => values.map((value) => value / 2)),
      }
      for (const starts of [[start], [start, neighbour], [neighbour, neighbour, start]]) {
        const ensemble = await trainEnsemble(configuration, examples, starts)
        expect(differencesOf(ensemble[starts.indexOf(start)]!.weights, golden)).toEqual([])
        for (const { weights } of ensemble.filter((_, run) => starts[run] === neighbour)) {
          expect(differencesOf(weights, golden)).not.toEqual([])
        }
      }
    },
  )
})
