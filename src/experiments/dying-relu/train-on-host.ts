import type { Weights } from '../../training/network-parameters.ts'

export interface HostOptimizer {
  readonly learningRate: number
  readonly momentum: number
}

/** Where a dense layer's numbers lie. */
interface HostLayer {
  readonly inputs: number
  readonly units: number
  /** of its kernel [inputs, units], row by row, among all parameters; the bias [units] follows */
  readonly kernel: number
  readonly bias: number
  /** of what it takes among the values, and of what it gives */
  readonly given: number
  readonly result: number
}

/**
 * Trains one narrow net in float64 on the host, without tfjs: mean square error, SGD with Nesterov's momentum as Keras
 * has it, which one epoch after the other goes on with. A net with two units is too small for an engine; alone, this loop
 * is a hundred times faster. All numbers of a kind lie in one array, which is a fifth faster than an array for each layer.
 */
export class HostTraining {
  readonly #layers: readonly HostLayer[]
  readonly #slope: number
  readonly #optimizer: HostOptimizer
  readonly #parameters: Float64Array
  readonly #gradient: Float64Array
  readonly #velocity: Float64Array
  /** of the point in hand: the input, what each layer gives, last the output */
  readonly #values: Float64Array
  /** the loss's derivatives in these */
  readonly #derivatives: Float64Array

  /**
   * @param weights - of dense layers, the first with one input and the last with one output
   * @param slope - of the activation below zero; 0 is ReLU, whose derivative at 0 is 0
   */
  constructor(weights: Weights, slope: number, optimizer: HostOptimizer) {
    let [parameters, given] = [0, 0]
    this.#layers = weights.map(({ kernel, bias }) => {
      const units = bias!.length
      const inputs = kernel!.length / units
      const start = parameters
      parameters += kernel!.length + units
      given += inputs
      return { inputs, units, kernel: start, bias: start + kernel!.length, given: given - inputs, result: given }
    })
    this.#slope = slope
    this.#optimizer = optimizer
    this.#parameters = Float64Array.from(weights.flatMap(({ kernel, bias }) => [...kernel!, ...bias!]))
    this.#gradient = new Float64Array(parameters)
    this.#velocity = new Float64Array(parameters)
    this.#values = new Float64Array(given + 1)
    this.#derivatives = new Float64Array(given + 1)
  }

  /** The parameters of each layer, [inputs + 1, units] with the bias last; training changes them in place. */
  get parameters(): readonly Float64Array[] {
    return this.#ofLayers(this.#parameters)
  }

  /** The velocities, as the parameters lie. */
  get velocities(): readonly Float64Array[] {
    return this.#ofLayers(this.#velocity)
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
      this.#gradient.fill(0)
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
    const parameters = this.#parameters
    const last = layers.length - 1
    values[0] = input
    for (let index = 0; index <= last; index++) {
      const { inputs, units, kernel, bias, given, result } = layers[index]!
      for (let unit = 0; unit < units; unit++) {
        let sum = parameters[bias + unit]!
        for (let from = 0; from < inputs; from++)
          sum += values[given + from]! * parameters[kernel + from * units + unit]!
        values[result + unit] = sum > 0 || index === last ? sum : slope * sum
      }
    }
    return values[values.length - 1]!
  }

  /** Adds the gradient of the point that has just passed. */
  #backpropagate(derivative: number): void {
    const layers = this.#layers
    const slope = this.#slope
    const values = this.#values
    const derivatives = this.#derivatives
    const parameters = this.#parameters
    const gradient = this.#gradient
    const last = layers.length - 1
    derivatives.fill(0)
    derivatives[derivatives.length - 1] = derivative
    for (let index = last; index >= 0; index--) {
      const { inputs, units, kernel, bias, given, result } = layers[index]!
      for (let unit = 0; unit < units; unit++) {
        // Below the kink the value has the slope's sign, or is 0: only what was above it is positive.
        const above = derivatives[result + unit]!
        const passes = values[result + unit]! > 0 || index === last ? above : slope * above
        if (passes === 0) continue
        for (let from = 0; from < inputs; from++) {
          const weight = kernel + from * units + unit
          gradient[weight]! += passes * values[given + from]!
          derivatives[given + from]! += passes * parameters[weight]!
        }
        gradient[bias + unit]! += passes
      }
    }
  }

  #descend(): number {
    const { learningRate, momentum } = this.#optimizer
    const [parameters, gradient, velocity] = [this.#parameters, this.#gradient, this.#velocity]
    const hidden = this.#layers.at(-1)!.kernel
    let largest = 0
    for (let index = 0; index < parameters.length; index++) {
      const descent = learningRate * gradient[index]!
      velocity[index] = momentum * velocity[index]! - descent
      parameters[index]! += momentum * velocity[index]! - descent
      if (index < hidden) largest = Math.max(largest, Math.abs(gradient[index]!))
    }
    return largest
  }

  #ofLayers(numbers: Float64Array): Float64Array[] {
    return this.#layers.map(({ kernel, bias, units }) => numbers.subarray(kernel, bias + units))
  }
}
