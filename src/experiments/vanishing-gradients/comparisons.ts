import type { Laboratory } from '../../training/laboratory.ts'
import { type GradientConfiguration, type GradientNorms, gradientRun } from './gradient-norms.ts'

/** Twenty hidden layers of 32 units; how many nets is the scale's affair. */
export const deepNets = {
  quick: { hiddenLayers: 20, width: 32, inputDeviation: 1, batch: 64, runs: 30 },
  full: { hiddenLayers: 20, width: 32, inputDeviation: 1, batch: 64, runs: 120 },
} as const satisfies Record<string, Omit<GradientConfiguration, 'activation' | 'gain'>>

/** The gains that the figure shows; 1 is the usual one, which keeps a small signal's size. */
const gains = [0.5, 1, 2, 3]

/** The standard deviations of the input that the figure shows. */
const inputDeviations = [0.1, 1, 10, 100]

export interface DepthComparison extends GradientConfiguration {
  /** hidden layers of the net that the deep one is compared with; the layers that both have are the same */
  readonly shallowLayers: number
}

export interface InputComparison extends GradientConfiguration {
  /** the input deviation that the first one is compared with, on the same nets and examples */
  readonly otherDeviation: number
}

/** Gradients of deep nets, and of shallow ones with the same examples and the layers that both have. */
export interface ComparedDepths {
  readonly configuration: DepthComparison
  readonly deep: GradientNorms
  readonly shallow: GradientNorms
}

/** Gradients at one standard deviation of the input. */
export interface MeasuredInput {
  readonly configuration: GradientConfiguration
  readonly norms: GradientNorms
}

/** The gradients of one ensemble. */
export async function measureGradients(configuration: GradientConfiguration, laboratory: Laboratory) {
  return (await measureAll([configuration], laboratory))[0]!
}

export async function compareDepths(configuration: DepthComparison, laboratory: Laboratory): Promise<ComparedDepths> {
  const { shallowLayers, ...deepest } = configuration
  const [deep, shallow] = await measureAll([deepest, { ...deepest, hiddenLayers: shallowLayers }], laboratory)
  return { configuration, deep: deep!, shallow: shallow! }
}

/** Compares depths, and for the figure besides those of both activations at several gains. */
export async function compareDepthsOverGains(configuration: DepthComparison, laboratory: Laboratory) {
  const overGains: ComparedDepths[] = []
  for (const activation of ['tanh', 'sigmoid'] as const) {
    for (const gain of gains) overGains.push(await compareDepths({ ...configuration, activation, gain }, laboratory))
  }
  return { ...(await compareDepths(configuration, laboratory)), overGains }
}

/** The gradients of the same nets at two standard deviations of the input. */
export async function compareInputs({ otherDeviation, ...given }: InputComparison, laboratory: Laboratory) {
  const [measured, other] = await measureAll([given, { ...given, inputDeviation: otherDeviation }], laboratory)
  return { measured: measured!, other: other! }
}

/** Compares inputs, and for the figure besides measures both activations at several deviations. */
export async function compareInputsOverDeviations(configuration: InputComparison, laboratory: Laboratory) {
  const { otherDeviation, ...given } = configuration
  const shown = (['tanh', 'sigmoid'] as const).flatMap((activation) =>
    inputDeviations.map((inputDeviation) => ({ ...given, activation, inputDeviation })),
  )
  const measured = await measureAll(shown, laboratory)
  const overDeviations = shown.map((each, index): MeasuredInput => ({ configuration: each, norms: measured[index]! }))
  return { ...(await compareInputs(configuration, laboratory)), overDeviations }
}

/** log₁₀ of the first layer's over the last hidden layer's gradient, for each run. */
export function firstOverLast({ kernels }: GradientNorms): Float64Array {
  return decades(kernels[0]!, kernels.at(-1)!)
}

/** The same of what comes back to these layers, see `GradientNorms`. */
export function firstOverLastSignal({ biases }: GradientNorms): Float64Array {
  return decades(biases[0]!, biases.at(-1)!)
}

/** log₁₀ of the first layer's gradient in a deep net over that in a shallow one, for each run. */
export function deepOverShallow({ deep, shallow }: Pick<ComparedDepths, 'deep' | 'shallow'>): Float64Array {
  return decades(deep.kernels[0]!, shallow.kernels[0]!)
}

async function measureAll(configurations: readonly GradientConfiguration[], laboratory: Laboratory) {
  const requests = configurations.map((configuration) => gradientRun(configuration, laboratory))
  return laboratory.store.runAll(await Promise.all(requests))
}

function decades(numerators: Float64Array, denominators: Float64Array): Float64Array {
  return numerators.map((value, run) => Math.log10(value / denominators[run]!))
}
