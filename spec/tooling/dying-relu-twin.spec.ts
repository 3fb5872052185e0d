import { describe, expect, test } from 'vitest'
import golden from '../../fixtures/dying-relu/golden.json' with { type: 'json' }
import { chanceOfBlocking, countBornDead } from '../../src/experiments/dying-relu/born-dead.ts'
import { assignment } from '../../src/experiments/dying-relu/experiment.ts'
import { comparisonsWith, countOnEngine } from '../../src/experiments/dying-relu/float64-twin.ts'
import type { Collapse } from '../../src/experiments/dying-relu/train-runs.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'
import { type Laboratory, openLaboratory } from '../../src/training/laboratory.ts'
import type { RunKey, RunRequest } from '../../src/training/run-store.ts'

describe('the counts of the float64 twin', () => {
  test('stay under the chance that one input is blocked, at every width and depth', () => {
    for (const { width, runs, deadByHiddenLayers } of golden.bornDead) {
      for (const [index, dead] of deadByHiddenLayers.entries()) {
        // Of 160 bounds one is exceeded by chance once in a million makings of the fixture.
        const { low } = clopperPearson(dead, runs, 1e-6 / 160)
        expect(low).toBeLessThanOrEqual(chanceOfBlocking({ hiddenLayers: index + 1, width }))
      }
    }
    expect(golden.bornDead).toHaveLength(8)
  })

  test('are those that Lu et al. report for nine hidden layers: under 1 %, over 10 %, about 60 %', () => {
    const share = (width: number) => {
      const { runs, deadByHiddenLayers } = golden.bornDead.find((count) => count.width === width)!
      return deadByHiddenLayers[8]! / runs
    }
    expect(share(10)).toBeLessThan(0.01)
    expect(share(5)).toBeGreaterThan(0.1)
    expect(Math.round(10 * share(3))).toBe(6)
  })

  test('are of a hundred thousand nets and more where first weights are counted, and where the main arms are', () => {
    expect(Math.min(...golden.bornDead.map(({ runs }) => runs))).toBeGreaterThanOrEqual(100_000)
    const relu = golden.trained.filter(({ initialiser, epochs, activation }) => {
      return activation === 'relu' && epochs === 2 && initialiser !== 'randomised asymmetric'
    })
    expect(relu.map(({ runs }) => runs)).toEqual(Array(4).fill(100_000))
  })
})

test('each count of the engine is compared with its own of the twin', () => {
  const twin = {
    bornDead: [{ initialiser: 'glorot uniform', width: 3, runs: 100, deadByHiddenLayers: [1, 2, 3] }],
    trained: [
      { ...golden.trained[0]!, runs: 50, notebookRule: 40, constant: 30, dead: 20, bornDead: 10 },
      { ...golden.trained.find(({ activation }) => typeof activation !== 'string')!, notebookRule: 4, constant: 3 },
    ],
  }
  const runs = {
    variance: Float64Array.of(1e-3, 1e-12, 0, 1),
    dead: Uint8Array.of(0, 0, 1, 0),
    bornDead: Uint8Array.of(0, 0, 0, 0),
  } as Collapse
  const counts = { bornDead: new Map([[3, { nets: 9, byHiddenLayers: [5, 6, 7] }]]), trained: [runs, runs] }
  const comparisons = comparisonsWith(twin, counts, {
    depths: [1, 3],
    firstWeights: 'glorot uniform',
    comparedWith: 'the same arm',
  } as const)
  expect(comparisons.map(({ metric }) => metric)).toEqual([
    'share_born_dead_of_width_3_and_1_hidden_layers',
    'share_born_dead_of_width_3_and_3_hidden_layers',
    ...['collapsed_by_the_rule_of_the_notebook', 'constant', 'dead', 'born_dead'].map((what) => {
      return `share_${what}_of_relu_with_10_hidden_layers_glorot_uniform_after_2_epochs`
    }),
    'share_collapsed_by_the_rule_of_the_notebook_of_leaky_relu_1_percent_with_10_hidden_layers_glorot_uniform_after_2_epochs',
    'share_constant_of_leaky_relu_1_percent_with_10_hidden_layers_glorot_uniform_after_2_epochs',
  ])
  expect(comparisons.map(({ measured }) => measured.successes)).toEqual([5, 7, 3, 2, 1, 0, 3, 2])
  expect(comparisons.map(({ reference }) => reference.successes)).toEqual([1, 3, 40, 30, 20, 10, 4, 3])
})

test('the engine trains what the twin has trained, arm by arm', async () => {
  const keys: RunKey[] = []
  const runAll = async (requests: RunRequest<unknown>[]) => {
    keys.push(...requests.map(({ key }) => key))
    return requests.map(() => ({
      variance: [],
      meanOutput: [],
      lossAsConstant: [],
      dead: [],
      bornDead: [],
      functions: [],
    }))
  }
  const store = { runAll, run: async ({ configuration }: RunKey) => keys.push({ configuration } as RunKey) }
  const laboratory = { ...openLaboratory(process.env), store } as unknown as Laboratory
  const { activation: _, hiddenLayers: __, firstWeights: ___, width: ____, epochs: _____, ...training } = assignment
  const sizes = { runs: 10, longRuns: 20, reluRuns: 30, nets: 40, widths: [7], depths: [3, 9] }
  const rest = { firstWeights: 'he normal', comparedWith: 'the same arm' } as const
  await countOnEngine({ ...training, ...sizes, ...rest }, golden, laboratory)
  const [first, ...arms] = keys.map(({ configuration }) => configuration as Record<string, unknown>)
  expect(first).toMatchObject({ width: 7, hiddenLayers: 9, firstWeights: 'he normal', nets: 40 })
  expect(arms).toMatchObject(
    golden.trained.map(({ hiddenLayers, activation, initialiser, epochs }) => {
      const main = activation === 'relu' && initialiser === 'glorot uniform'
      const runs = epochs === 20 ? 20 : main ? 30 : 10
      return { hiddenLayers, activation, firstWeights: initialiser, epochs, runs, width: 2, momentum: 0.9 }
    }),
  )
})

test('first weights are counted on the engine: none dead with one layer, more with each further one', async () => {
  const opened = openLaboratory(process.env)
  const laboratory = { ...opened, store: { run: (_: unknown, train: () => unknown) => train() } } as Laboratory
  const shape = { hiddenLayers: 6, width: 2, firstWeights: 'he normal', nets: 300 } as const
  const { nets, byHiddenLayers } = await countBornDead(shape, laboratory)
  expect(nets).toBe(300)
  expect(byHiddenLayers[0]).toBe(0)
  // The first 50 nets are counted once, not six times.
  const few = await countBornDead({ ...shape, nets: 50 }, laboratory)
  expect(byHiddenLayers).not.toEqual(few.byHiddenLayers.map((dead) => 6 * dead))
  expect([...byHiddenLayers].sort((a, b) => a - b)).toEqual(byHiddenLayers)
  // The twin's 71 % with six layers, in an interval that is wrong once in a million changes of the seed on each side.
  const { low, high } = clopperPearson(byHiddenLayers[5]!, 300, 1e-6)
  expect(low < 142_961 / 200_000 && 142_961 / 200_000 < high).toBe(true)
})
