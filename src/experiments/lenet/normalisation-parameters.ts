import { type Evidence, exactEvidence } from '../../claims/evidence.ts'
import { momentsOf } from '../../statistics/moments.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import type { Weights } from '../../training/network-parameters.ts'
import { trainArms } from './comparison.ts'
import type { Arm, LenetTraining } from './experiment.ts'
import { lenet, type Variant } from './networks.ts'

/** Where a batch normalisation may stand: before the first layer, or after a hidden one, by LeNet-5's own names. */
const places = ['input', 'C1', 'C3', 'C5', 'F6'] as const

/** The parameters of a batch normalisation, as Keras orders them: two that are trained, and two running estimates. */
export const normalisationParameters = ['gamma', 'beta', 'movingMean', 'movingVariance'] as const

export type NormalisationParameter = (typeof normalisationParameters)[number]

/** The value that each of them has before training. */
export const firstValues: Readonly<Record<NormalisationParameter, number>> = {
  gamma: 1,
  beta: 0,
  movingMean: 0,
  movingVariance: 1,
}

/** What one batch normalisation has learned: each parameter [channels] float32. */
export interface LearnedNormalisation extends Readonly<Record<NormalisationParameter, Float32Array>> {
  readonly layer: (typeof places)[number]
}

/** The batch normalisations of a LeNet-5, from the input on; none for a variant without. */
export function normalisationsOf(variant: Variant, weights: Weights): LearnedNormalisation[] {
  let kernels = 0
  return lenet(variant).layers.flatMap(({ kind }, index) => {
    const { kernel, gamma, beta, movingMean, movingVariance } = weights[index]!
    if (kernel) kernels++
    if (kind !== 'batch normalisation') return []
    return {
      layer: places[kernels]!,
      gamma: gamma!,
      beta: beta!,
      movingMean: movingMean!,
      movingVariance: movingVariance!,
    }
  })
}

/** One net, whose batch normalisations are looked at. */
export interface NormalisedNet extends LenetTraining {
  readonly arm: Arm
}

/**
 * Trains a net and returns its batch normalisations.
 *
 * @throws as `trainArms` does
 */
export async function learnNormalisations(
  { arm, ...training }: NormalisedNet,
  laboratory: Laboratory,
): Promise<LearnedNormalisation[]> {
  const [trained] = await trainArms([arm], training, laboratory)
  return normalisationsOf(arm.variant, trained!.weights)
}

/** As metrics name them. */
export const parameterNames: Readonly<Record<NormalisationParameter, string>> = {
  gamma: 'gamma',
  beta: 'beta',
  movingMean: 'moving_mean',
  movingVariance: 'moving_variance',
}

/** The mean, the smallest and the largest value of each parameter of each layer. */
export function normalisationEvidence(normalisations: readonly LearnedNormalisation[]): Evidence[] {
  return normalisations.flatMap((normalisation) =>
    normalisationParameters.flatMap((parameter) => {
      const values = normalisation[parameter]
      const metric = `${parameterNames[parameter]}_of_${normalisation.layer.toLowerCase()}`
      return [
        exactEvidence(`${metric}_mean`, momentsOf(values).mean),
        exactEvidence(`${metric}_smallest`, Math.min(...values)),
        exactEvidence(`${metric}_largest`, Math.max(...values)),
      ]
    }),
  )
}
