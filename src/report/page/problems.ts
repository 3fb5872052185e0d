/** The problems of the homework, as the page names them. */
export const problems = [
  { number: 1, name: 'perceptron and hinge loss' },
  { number: 2, name: 'vanishing gradients and dying ReLU' },
  { number: 3, name: 'LeNet-5 with BatchNorm and Dropout on MNIST' },
  { number: 4, name: 'depth against width on the Eggholder function' },
] as const
