import type { ProgressListener } from './progress.ts'

/** Seconds of silence: who waits longer wants to know for how long. */
const interval = 30

/**
 * A listener that says how far a long training has come, and how much time is left. Short ones say nothing.
 *
 * @param name - of the training
 * @param say - takes each line
 */
export function announceProgress(name: string, say: (line: string) => void = console.warn): ProgressListener {
  let due = interval
  return ({ epoch, epochs, share, seconds, secondsLeft }) => {
    if (seconds < due || share === 1) return
    due = seconds + interval
    say(
      `${name}: epoch ${epoch + 1} of ${epochs}, ${(100 * share).toFixed(0)} % done, about ${inWords(secondsLeft)} left`,
    )
  }
}

function inWords(seconds: number): string {
  return seconds < 120 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`
}
