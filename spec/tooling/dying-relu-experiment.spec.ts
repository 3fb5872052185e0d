import { describe, expect, test } from 'vitest'
import {
  assignment,
  collapse,
  collapseByActivation,
  collapseInPairs,
} from '../../src/experiments/dying-relu/experiment.ts'
import type { RunsConfiguration } from '../../src/experiments/dying-relu/train-runs.ts'
import { type Laboratory, openLaboratory } from '../../src/training/laboratory.ts'
import type { RunKey, RunRequest } from '../../src/training/run-store.ts'

const configuration: RunsConfiguration = { ...assignment, runs: 20 }

describe('an experiment', () => {
  /** A laboratory whose store trains nothing, but says what it was asked for. */
  function asked() {
    const keys: RunKey[] = []
    const runAll = async (requests: RunRequest<unknown>[]) => {
      keys.push(...requests.map(({ key }) => key))
      return requests.map(({ key }) => {
        const { firstRun, runs } = key.configuration as { firstRun: number; runs: number }
        const each = Float64Array.from({ length: runs }, (_, index) => firstRun + index)
        return { variance: each, meanOutput: each, lossAsConstant: each, dead: each, bornDead: each, functions: [] }
      })
    }
    return { keys, laboratory: { ...openLaboratory(process.env), store: { runAll } } as unknown as Laboratory }
  }

  test('asks for ensembles of a thousand runs, each run once, and joins them in order', async () => {
    const { keys, laboratory } = asked()
    const { variance } = await collapse({ ...configuration, runs: 2500 }, laboratory)
    expect(keys.map(({ configuration: each }) => each)).toMatchObject([
      { firstRun: 0, runs: 1000 },
      { firstRun: 1000, runs: 1000 },
      { firstRun: 2000, runs: 500 },
    ])
    expect([...variance]).toEqual(Array.from({ length: 2500 }, (_, run) => run))
  })

  test('pairs activations on the same runs', async () => {
    const { keys, laboratory } = asked()
    const { activation: _, ...shared } = configuration
    const arms = await collapseByActivation(
      { ...shared, runs: 1500, activations: ['relu', { leakyRelu: 0.2 }] },
      laboratory,
    )
    expect(arms.map(({ variance }) => variance.length)).toEqual([1500, 1500])
    expect(keys.map(({ configuration: each }) => (each as RunsConfiguration).activation)).toEqual([
      'relu',
      'relu',
      { leakyRelu: 0.2 },
      { leakyRelu: 0.2 },
    ])
  })

  test('pairs the runs of two arms, or an arm with its own next run', async () => {
    const { laboratory } = asked()
    const arm = (shift: number) => ({ activation: 'relu', shift }) as const
    const { activation: _, ...shared } = configuration
    const [first, second] = await collapseInPairs({ ...shared, runs: 4, arms: [arm(0), arm(1)] }, laboratory)
    expect([...first.variance]).toEqual([0, 1, 2, 3])
    expect([...second.variance]).toEqual([1, 2, 3, 0])
  })
})
