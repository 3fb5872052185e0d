/**
 * Epochs that a curve over a logarithmic axis is drawn at: the first, the last, and others evenly between.
 *
 * @param epochs - at least one
 * @param most - about how many are enough
 */
export function shownEpochs(epochs: number, most: number): number[] {
  const places = Array.from({ length: most }, (_, place) => Math.round(epochs ** (place / (most - 1))))
  return [...new Set(places)]
}

/** 1, 3, 10, 30, …: the epochs that such an axis names. */
export function epochTicks(epochs: number): number[] {
  const ticks = Array.from({ length: 20 }, (_, place) => (place % 2 === 0 ? 1 : 3) * 10 ** Math.floor(place / 2))
  return ticks.filter((epoch) => epoch <= epochs)
}
