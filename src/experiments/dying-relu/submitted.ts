import { setImmediate as otherTasks } from 'node:timers/promises'
import { randomStream, type Stream } from '../../random/stream.ts'
import { momentsOf } from '../../statistics/moments.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { sourceDigest } from '../../training/source-digest.ts'
import { drawsFrom } from '../../training/train-draws.ts'
import { drawPoints } from '../absolute-value.ts'
import { drawWeights, type NarrowNet, slopeOf } from './networks.ts'
import { largestVariance } from './rules.ts'
import { HostTraining } from './train-on-host.ts'
import { type Descent, isAsleep } from './train-output-bias.ts'

const sources = sourceDigest(import.meta.url)

/** Problem 2 as the notebook ran it: a simulation fits a thousand times, and reports the share that has collapsed. */
export interface SubmittedConfiguration extends NarrowNet, Descent {
  /** the notebook makes its model once, before the loop */
  readonly model: 'the same in every fit' | 'a new one for each fit'
  readonly simulations: number
  /** fits of a simulation, of `epochs` epochs each */
  readonly fits: number
  /** fits after which a simulation is left alone that can no longer print 1.0 */
  readonly followed: number
  readonly points: number
  readonly testPoints: number
}

/** One run of the notebook's loop. */
export interface Simulation {
  /** 1 for each fit after which the rule of the notebook sees a collapse, else 0, as far as it was followed */
  readonly collapsed: Uint8Array
  /** the share that it prints; null if it was left alone */
  readonly fraction: number | null
}

/** Runs simulations in float64 on the host, where a single narrow net is fastest. */
export async function simulate(configuration: SubmittedConfiguration, { seed, store }: Laboratory) {
  const key = { experiment: 'dying relu as submitted', sources, configuration, seed, engine: 'host' }
  return store.run(key, async () => {
    const simulations: Simulation[] = []
    while (simulations.length < configuration.simulations) {
      simulations.push(runLoop(configuration, seed, simulations.length))
      // At full scale there are two hundred times as many fits: a process that served nobody meanwhile would pass for hung.
      await otherTasks()
    }
    return simulations
  })
}

function runLoop(configuration: SubmittedConfiguration, seed: string, simulation: number): Simulation {
  const { fits, followed, points, testPoints, epochs, batchSize } = configuration
  const stream = randomStream(seed, 'dying relu', 'simulation', simulation)
  const { inputs, targets } = drawPoints(stream.stream('points'), points)
  const tests = drawPoints(stream.stream('test points'), testPoints).inputs
  const collapsed: number[] = []
  let model = makeModel(configuration, stream.stream('model', 0))
  while (collapsed.length < fits) {
    const fit = collapsed.length
    if (fit >= followed && collapsed.includes(0)) return { collapsed: Uint8Array.from(collapsed), fraction: null }
    if (fit > 0 && configuration.model === 'a new one for each fit') {
      model = makeModel(configuration, stream.stream('model', fit))
    }
    let settled = model.asleep
    if (!settled) {
      const before = model.hidden()
      const draws = drawsFrom(stream.stream('fit', fit))
      let largest = 0
      for (let epoch = 0; epoch < epochs; epoch++) {
        largest = Math.max(largest, model.training.epoch(inputs, targets, draws.order(epoch, points), batchSize))
      }
      // Every point was seen, none moved a hidden layer, and momentum moves them no more: no later fit will.
      settled = largest === 0 && model.hidden().every((value, index) => value === before[index])
    }
    const variance = model.asleep ? 0 : varianceOf(model.training, tests)
    collapsed.push(variance <= largestVariance.notebook ? 1 : 0)
    if (settled && configuration.model === 'the same in every fit') {
      while (collapsed.length < fits) collapsed.push(collapsed.at(-1)!)
    }
  }
  return { collapsed: Uint8Array.from(collapsed), fraction: momentsOf(Float64Array.from(collapsed)).mean }
}

function makeModel(configuration: SubmittedConfiguration, stream: Stream) {
  const weights = drawWeights(configuration, stream)
  const training = new HostTraining(weights, slopeOf(configuration), configuration)
  return {
    training,
    /** only its output's bias would move, which the rule does not see */
    asleep: configuration.activation === 'relu' && isAsleep(weights),
    hidden: () => training.parameters.slice(0, -1).flatMap((layer) => Array.from(layer)),
  }
}

function varianceOf(training: HostTraining, tests: Float32Array): number {
  return momentsOf(Float64Array.from(tests, (x) => training.output(x))).variance
}

/** Whether some fits count as collapsed and some do not, as far as they were followed: only then is their order a matter of fact. */
export function hasBothKinds({ collapsed }: Simulation): boolean {
  return collapsed.includes(0) && collapsed.includes(1)
}

/** Whether the fits that count as collapsed all come before the first that does not. */
export function collapsesFirst({ collapsed }: Simulation): boolean {
  const first = collapsed.indexOf(0)
  return first === -1 || !collapsed.includes(1, first)
}

/** How many fits count as collapsed, as far as they were followed. */
export function countOfCollapsed({ collapsed }: Simulation): number {
  return collapsed.reduce((sum, each) => sum + each, 0)
}
