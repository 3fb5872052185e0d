import { startStopwatch } from '../clock.ts'

/** How far a training has come. */
export interface Progress {
  /** finished epochs */
  readonly epoch: number
  readonly epochs: number
  /** the share of all steps that is done, of (0, 1] */
  readonly share: number
  /** since the training began */
  readonly seconds: number
  /** at the pace so far */
  readonly secondsLeft: number
}

export type ProgressListener = (progress: Progress) => void

/** Seconds between two reports within an epoch. */
const interval = 1

/** Tells a listener of each finished epoch, and of steps once a second. */
export class ProgressReport {
  readonly #epochs: number
  readonly #stepsPerEpoch: number
  readonly #listener: ProgressListener
  readonly #elapsed: () => number
  #steps = 0
  #due = interval

  /** @param elapsed - the seconds since the training began */
  constructor(
    epochs: number,
    stepsPerEpoch: number,
    listener: ProgressListener,
    elapsed: () => number = startStopwatch(),
  ) {
    this.#elapsed = elapsed
    this.#epochs = epochs
    this.#stepsPerEpoch = stepsPerEpoch
    this.#listener = listener
  }

  /** @returns whether a report was made: then the caller lets other tasks of the process run */
  step(): boolean {
    this.#steps++
    const seconds = this.#elapsed()
    const epoch = Math.floor(this.#steps / this.#stepsPerEpoch)
    if (seconds < this.#due && this.#steps % this.#stepsPerEpoch !== 0) return false
    this.#due = seconds + interval
    const share = this.#steps / (this.#epochs * this.#stepsPerEpoch)
    this.#listener({ epoch, epochs: this.#epochs, share, seconds, secondsLeft: (seconds * (1 - share)) / share })
    return true
  }
}
