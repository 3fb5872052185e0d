/**
 * Starts a stopwatch on the monotonic clock.
 *
 * @returns a function that says how many seconds have passed since the start
 */
export function startStopwatch(): () => number {
  const start = performance.now()
  return () => (performance.now() - start) / 1000
}
