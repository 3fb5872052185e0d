/** Softmax of each row, in float64. */
export function softmax(logits: Float32Array, classes: number): number[] {
  return Array.from(logits, (logit, index) => {
    const row = logits.subarray(index - (index % classes), index - (index % classes) + classes)
    return Math.exp(logit) / row.reduce((sum, other) => sum + Math.exp(other), 0)
  })
}
