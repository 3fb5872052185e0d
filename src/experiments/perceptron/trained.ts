/** How long and how fast, whoever trains. */
export interface Training {
  /** the assignment's a */
  readonly a: number
  readonly epochs: number
  readonly learningRate: number
}

/** Weights after training, with what is known of the way there. */
export interface TrainedPerceptrons {
  /** [runs, 2] float64 */
  readonly weights: Float64Array
  /** [runs] the last epoch, counted from 1, in which a point moved the weights; 0 if none did */
  readonly lastUpdate: Int32Array
}
