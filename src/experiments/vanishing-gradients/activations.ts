/** The activations of question 1, and ReLU, whose derivative does not shrink, for comparison. */
export type ActivationName = 'tanh' | 'sigmoid' | 'relu'

/** A function of a pre-activation, in float64 on the host: the oracle of what the engine computes in float32. */
export interface ScalarActivation {
  readonly value: (z: number) => number
  readonly derivative: (z: number) => number
}

export const scalarActivations: Readonly<Record<ActivationName, ScalarActivation>> = {
  tanh: { value: Math.tanh, derivative: (z) => 1 / Math.cosh(z) ** 2 },
  // As σ(z) = (1 + tanh(z / 2)) / 2, which overflows nowhere.
  sigmoid: { value: (z) => (1 + Math.tanh(z / 2)) / 2, derivative: (z) => 1 / (2 * Math.cosh(z / 2)) ** 2 },
  // The kink has no weight in an integral. In the sum of a quadrature it has, and the mean of both sides is right there.
  relu: { value: (z) => Math.max(0, z), derivative: (z) => (1 + Math.sign(z)) / 2 },
}
