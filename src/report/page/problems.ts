/** A problem of a homework, as the page names it. */
export interface Problem {
  /** 1 to 4: that of the ids of its claims */
  readonly number: number
  readonly name: string
}

/** The problems of this homework. */
export const problems: readonly Problem[] = [
  { number: 1, name: 'perceptron and hinge loss' },
  { number: 2, name: 'vanishing gradients and dying ReLU' },
  { number: 3, name: 'LeNet-5 with BatchNorm and Dropout on MNIST' },
  { number: 4, name: 'depth against width on the Eggholder function' },
]
