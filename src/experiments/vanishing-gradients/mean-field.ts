import { scalarActivations } from './activations.ts'
import type { GradientConfiguration } from './gradient-norms.ts'
import { normalAverage, pairAverage } from './normal-average.ts'

/** What an infinitely wide net has in place of a value for each unit and example: averages. */
interface Averages {
  /** of the square of one example's value */
  readonly alone: number
  /** of the product of two examples' values */
  readonly together: number
}

/**
 * The mean-field prediction of the gradients of wide nets with independent normal weights: how large the squared norm
 * of each hidden kernel's gradient is on average, as the width grows.
 *
 * Forward, pre-activations are normal with q' = gain² E[φ(√q z)²]. Backward, squared derivatives grow layer by layer
 * by χ = gain² E[φ'(√q z)²], as if the weights on the way back were others than on the way forth. The gradient of a
 * batch also has a product for each two of its examples, so both recursions run for pairs as well.
 *
 * @returns √E|gradient|² of each hidden layer
 * @see Poole et al., Exponential expressivity in deep neural networks through transient chaos, 2016; Schoenholz et al.,
 *   Deep information propagation, 2017
 */
export function predictedNorms(configuration: Omit<GradientConfiguration, 'runs'>): readonly number[] {
  const { activation, hiddenLayers, width, gain, inputDeviation, batch } = configuration
  const { value, derivative } = scalarActivations[activation]
  const received: Averages[] = [{ alone: inputDeviation ** 2, together: 0 }]
  const factors: Averages[] = []
  for (let layer = 0; layer < hiddenLayers; layer++) {
    const { alone, together } = scale(received[layer]!, gain)
    received.push(averages(value, alone, together))
    factors.push(scale(averages(derivative, alone, together), gain))
  }
  const output = scale(received[hiddenLayers]!, gain)
  // The loss' derivative in an output is 2·error / batch; targets are independent of all else and have the variance 1.
  let back: Averages = { alone: 4 * (output.alone + 1) * batch, together: 4 * output.together * batch * (batch - 1) }
  const norms: number[] = []
  for (let layer = hiddenLayers - 1; layer >= 0; layer--) {
    back = product(back, factors[layer]!)
    const { alone, together } = product(back, received[layer]!)
    norms.unshift(Math.sqrt(width * (alone + together)) / batch)
  }
  return norms
}

function averages(f: (z: number) => number, variance: number, covariance: number): Averages {
  const deviation = Math.sqrt(variance)
  return {
    alone: normalAverage(deviation, (z) => f(z) ** 2),
    together: pairAverage(deviation, covariance, f),
  }
}

function scale({ alone, together }: Averages, gain: number): Averages {
  return { alone: gain ** 2 * alone, together: gain ** 2 * together }
}

function product(a: Averages, b: Averages): Averages {
  return { alone: a.alone * b.alone, together: a.together * b.together }
}
