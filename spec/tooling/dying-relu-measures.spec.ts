import { describe, expect, test } from 'vitest'
import { domain } from '../../src/experiments/absolute-value.ts'
import { aliveOn } from '../../src/experiments/dying-relu/activity.ts'
import { assignment } from '../../src/experiments/dying-relu/experiment.ts'
import { forwardOnHost } from '../../src/experiments/dying-relu/forward-on-host.ts'
import { isAsleep, trainOutputBias } from '../../src/experiments/dying-relu/train-output-bias.ts'
import { drawRun, grid, type RunsConfiguration, trainRuns } from '../../src/experiments/dying-relu/train-runs.ts'
import { momentsOf } from '../../src/statistics/moments.ts'
import { float32Sum, isClose, tolerances } from '../../src/tolerances.ts'
import { openLaboratory } from '../../src/training/laboratory.ts'

const configuration: RunsConfiguration = {
  ...assignment,
  firstWeights: 'randomised asymmetric',
  hiddenLayers: 3,
  points: 100,
  testPoints: 50,
  runs: 20,
}

describe('what is known of a run', () => {
  test('is measured on its own points and test points', async () => {
    await openLaboratory(process.env).engine()
    // Untrained, so that the nets are known.
    const measured = await trainRuns({ ...configuration, epochs: 0 }, 1000, 'measures')
    for (let index = 0; index < 20; index++) {
      const { tests, start } = drawRun(configuration, 'measures', 1000 + index)
      const outputs = forwardOnHost(start.weights, 0, tests)
      expect(measured.meanOutput[index]).toBe(momentsOf(outputs).mean)
      expect(measured.variance[index]).toBe(momentsOf(outputs).variance)
      expect(measured.lossAsConstant[index]).toBe(Number.NaN)
    }
    expect(measured.functions).toEqual([])
  })

  test('is that of the trained bias, if the net is asleep', async () => {
    await openLaboratory(process.env).engine()
    const deep: RunsConfiguration = { ...configuration, firstWeights: 'glorot uniform', hiddenLayers: 10 }
    const measured = await trainRuns(deep, 0, 'measures')
    let asleep = 0
    for (let run = 0; run < 20; run++) {
      const { examples, tests, start } = drawRun(deep, 'measures', run)
      if (!isAsleep(start.weights)) continue
      asleep++
      const trained = trainOutputBias(start.weights, examples, start.draws(), deep)
      const { mean, variance } = momentsOf(forwardOnHost(trained, 0, tests))
      expect(isClose(measured.meanOutput[run]!, mean, tolerances.hostStatistic)).toBe(true)
      const loss = momentsOf(examples.targets.map((y) => (y - mean) ** 2)).mean
      expect(isClose(measured.lossAsConstant[run]!, loss, float32Sum(3, loss))).toBe(true)
      expect([variance, measured.variance[run], measured.dead[run], measured.bornDead[run]]).toEqual([0, 0, 1, 1])
    }
    expect(asleep).toBeGreaterThan(10)
  })

  test('tells those that were born dead from those that died in training', async () => {
    const laboratory = openLaboratory(process.env)
    await laboratory.engine()
    const measured = await trainRuns({ ...configuration, learningRate: 0.3 }, 0, 'measures')
    const starts = Array.from({ length: 20 }, (_, run) => drawRun(configuration, 'measures', run).start.weights)
    expect([...measured.bornDead]).toEqual(starts.map((weights) => Number(aliveOn(weights, domain).length === 0)))
    expect(measured.dead.filter((dead, run) => dead === 1 && measured.bornDead[run] === 0).length).toBeGreaterThan(0)
    expect(measured.functions[0]!.first).toEqual(forwardOnHost(starts[0]!, 0, grid))
  })
})
