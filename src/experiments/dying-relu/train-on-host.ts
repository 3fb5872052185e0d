import type { Weights } from '../../training/network-parameters.ts'

/** A dense layer in float64: the kernel [inputs, units] row by row, then the bias. */
interface HostLayer {
  readonly inputs: number
  readonly units: number
  /** [inputs + 1, units], the bias last */
  readonly parameters: Float64Array
  readonly gradient: Float64Array
  readonly velocity: Float64Array
}

export interface HostOptimizer {
  readonly learningRate: number
  readonly momentum: number
}

/**
 * Trains one narrow net in float64 on the host, without tfjs: mean square error, SGD with Nesterov's momentum as Keras
 * has it, which one call of `fit` after the other goes on with. A net with two units is too small for an engine; alone,
 * this loop is a hundred times faster.
 */
export class HostTraining {
  readonly #layers: readonly HostLayer[]
  readonly #slope: number
  readonly #optimizer: HostOptimizer
  /** what each layer takes, for the point in hand; last the output */
  readonly #values: readonly Float64Array[]
  /** the loss's derivatives in what each layer takes */
  readonly #derivatives: readonly Float64Array[]

  /**
   * @param weights - of dense layers, the first with one input and the last with one output
   * @param slope - of the activation below zero; 0 is ReLU, whose derivative at 0 is 0
   */
  constructor(weights: Weights, slope: number, optimizer: HostOptimizer) {
    this.#layers = weights.map(({ kernel, bias }) => {
      const units = bias!.length
      const parameters = Float64Array.from([...kernel!, ...bias!])
      const [gradient, velocity] = [new Float64Array(parameters.length), new Float64Array(parameters.length)]
      return { inputs: kernel!.length / units, units, parameters, gradient, velocity }
    })
    this.#slope = slope
    this.#optimizer = optimizer
    const widths = [...this.#layers.map(({ inputs }) => inputs), 1]
    this.#values = widths.map((width) => new Float64Array(width))
    this.#derivatives = widths.map((width) => new Float64Array(width))
  }

  /** The parameters of each layer, [inputs + 1, units] with the bias last; training changes them in place. */
  get parameters(): readonly Float64Array[] {
    return this.#layers.map(({ parameters }) => parameters)
  }

  /** The velocities, as the parameters lie. */
  get velocities(): readonly Float64Array[] {
    return this.#layers.map(({ velocity }) => velocity)
  }

  /**
   * One epoch.
   *
   * @param order - of the points; a last batch takes those that are left
   * @returns the largest absolute gradient that a hidden layer's parameter had in any step
   */
  epoch(inputs: ArrayLike<number>, targets: ArrayLike<number>, order: ArrayLike<number>, batchSize: number): number {
    let largest = 0
    for (let from = 0; from < order.length; from += batchSize) {
      const size = Math.min(batchSize, order.length - from)
      for (const { gradient } of this.#layers) gradient.fill(0)
      for (let place = from; place < from + size; place++) {
        const point = order[place]!
        const error = this.output(inputs[point]!) - targets[point]!
        this.#backpropagate((2 * error) / size)
      }
      largest = Math.max(largest, this.#descend())
    }
    return largest
  }

  /** What the net makes of a number. */
  output(input: number): number {
    const layers = this.#layers
    const slope = this.#slope
    const values = this.#values
    values[0]![0] = input
    for (let index = 0; index < layers.length; index++) {
      const { inputs, units, parameters } = layers[index]!
      const given = values[index]!
      const result = values[index + 1]!
      for (let unit = 0; unit < units; unit++) {
        let sum = parameters[inputs * units + unit]!
        for (let from = 0; from < inputs; from++) sum += given[from]! * parameters[from * units + unit]!
        result[unit] = sum > 0 || index === layers.length - 1 ? sum : slope * sum
      }
    }
    return values[layers.length]![0]!
  }

  /** Adds the gradient of the point that has just passed. */
  #backpropagate(derivative: number): void {
    const layers = this.#layers
    const slope = this.#slope
    this.#derivatives[layers.length]![0] = derivative
    for (let index = layers.length - 1; index >= 0; index--) {
      const { inputs, units, parameters, gradient } = layers[index]!
      const given = this.#values[index]!
      const result = this.#values[index + 1]!
      const below = this.#derivatives[index]!
      const above = this.#derivatives[index + 1]!
      for (let from = 0; from < inputs; from++) below[from] = 0
      for (let unit = 0; unit < units; unit++) {
        // Below the kink the value has the slope's sign, or is 0: only what was above it is positive.
        const passes = result[unit]! > 0 || index === layers.length - 1 ? above[unit]! : slope * above[unit]!
        if (passes === 0) continue
        for (let from = 0; from < inputs; from++) {
          gradient[from * units + unit]! += passes * given[from]!
          below[from]! += passes * parameters[from * units + unit]!
        }
        gradient[inputs * units + unit]! += passes
      }
    }
  }

  #descend(): number {
    const { learningRate, momentum } = this.#optimizer
    let largest = 0
    for (const layer of this.#layers) {
      const { parameters, gradient, velocity } = layer
      for (let index = 0; index < parameters.length; index++) {
        const descent = learningRate * gradient[index]!
        velocity[index] = momentum * velocity[index]! - descent
        parameters[index]! += momentum * velocity[index]! - descent
        if (layer !== this.#layers.at(-1)) largest = Math.max(largest, Math.abs(gradient[index]!))
      }
    }
    return largest
  }
}
