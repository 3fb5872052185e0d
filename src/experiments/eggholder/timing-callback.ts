import { type EggholderNet, eggholderNetwork } from './networks.ts'
import { countParams } from './parameter-counts.ts'

/**
 * The notebook's callback: it writes down how long each epoch took, of all fits that it is given to. Keras tells a callback
 * when an epoch begins and ends, and clears none of its fields.
 */
export class TimingCallback {
  /** milliseconds of each epoch */
  logs: number[] = []
  readonly #timer: () => number
  #startTime = 0

  constructor(timer: () => number) {
    this.#timer = timer
  }

  onEpochBegin(): void {
    this.#startTime = this.#timer()
  }

  onEpochEnd(): void {
    this.logs.push(this.#timer() - this.#startTime)
  }
}

/** The notebook never resets the log. */
export type LogPolicy = 'kept over all fits' | 'reset before each fit'

/**
 * The times that the notebook draws: one callback is made before all fits, and after each fit the sum of its log is taken
 * for the time of that net. The calls for one and two layers are cut in our text, behind a comma; they are taken to pass
 * the callback, since the log would be empty else. The call for three layers ends without it.
 *
 * @param nets - in the order of training
 * @param epochs - milliseconds of each epoch of each net
 * @returns for each depth, from one layer on, the times in the order in which the curve is drawn, by `count_params()`
 */
export function drawnTimes(
  nets: readonly EggholderNet[],
  epochs: readonly (readonly number[])[],
  log: LogPolicy,
): number[][] {
  let now = 0
  const callback = new TimingCallback(() => now)
  const train = (durations: readonly number[], callbacks: readonly TimingCallback[]) => {
    for (const duration of durations) {
      for (const one of callbacks) one.onEpochBegin()
      now += duration
      for (const one of callbacks) one.onEpochEnd()
    }
  }
  const timed = nets.map((net, index) => {
    if (log === 'reset before each fit') callback.logs = []
    const layers = net.hidden.length
    train(epochs[index]!, layers < 3 ? [callback] : [])
    const time = callback.logs.reduce((sum, duration) => sum + duration, 0)
    return { layers, parameters: countParams(eggholderNetwork(net)), time }
  })
  return [1, 2, 3].map((depth) => {
    const curve = timed.filter(({ layers }) => layers === depth)
    return curve.sort((a, b) => a.parameters - b.parameters).map(({ time }) => time)
  })
}
