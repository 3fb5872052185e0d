/** What a net makes of images, in evaluation mode. */
export interface Answers {
  /** whether each image is classified rightly */
  readonly right: readonly boolean[]
  /** cross-entropy of each image, in nats */
  readonly losses: Float64Array
}

/**
 * What logits say of images.
 *
 * @param logits - [images, classes]; of equal largest ones the first is the answer, and NaN is none
 */
export function answersOf(logits: Float32Array, labels: Uint8Array): Answers {
  const classes = logits.length / labels.length
  const losses = new Float64Array(labels.length)
  const right: boolean[] = []
  for (const [image, label] of labels.entries()) {
    const row = Array.from(logits.subarray(image * classes, (image + 1) * classes))
    const largest = Math.max(...row)
    losses[image] = Math.log(row.reduce((sum, logit) => sum + Math.exp(logit - largest), 0)) + largest - row[label]!
    right.push(row.indexOf(largest) === label)
  }
  return { right, losses }
}
