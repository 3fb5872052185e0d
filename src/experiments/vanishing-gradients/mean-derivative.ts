import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { type Evidence, exactEvidence, meanEvidence } from '../../claims/evidence.ts'
import type { TheoremQuestion } from '../../claims/judges/theorem.ts'
import { activate } from '../../layers/activation.ts'
import { propertySeed } from '../../random/property-seed.ts'
import { randomStream } from '../../random/stream.ts'
import { tolerances } from '../../tolerances.ts'
import { engineKey } from '../../training/engine-key.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { sourceDigest } from '../../training/source-digest.ts'
import { type ActivationName, scalarActivations } from './activations.ts'
import { normalAverage } from './normal-average.ts'

const sources = sourceDigest(import.meta.url)

export interface MeanDerivativeConfiguration {
  readonly activations: readonly ActivationName[]
  /** generated pairs of deviations */
  readonly cases: number
  /** standard deviations at which the engine's own derivative is averaged too */
  readonly deviations: readonly number[]
  /** normal values behind each average of the engine */
  readonly samples: number
}

/** The engine's derivatives at normal inputs of one deviation. */
export interface MeasuredDerivatives {
  readonly activation: ActivationName
  readonly deviation: number
  /** [samples] */
  readonly derivatives: Float32Array
}

/** E[φ'(z)] for z ~ N(0, deviation²). */
export function meanDerivative(activation: ActivationName, deviation: number): number {
  return normalAverage(deviation, scalarActivations[activation].derivative)
}

/** The theorem, and what the engine measures beside it. */
export async function meanDerivativeFalls(configuration: MeanDerivativeConfiguration, laboratory: Laboratory) {
  const { seed } = laboratory
  const { activations, cases, ...sampling } = configuration
  const engine = await engineKey(laboratory)
  const requests = activations.map((activation) => ({
    key: { experiment: `mean derivative ${activation}`, sources, configuration: sampling, seed, engine },
    train: () => measureDerivatives(activation, sampling, seed),
  }))
  const question = { ...fallsWithTheDeviation(activations), cases, seed: propertySeed(seed, 'mean derivative falls') }
  return { question, measured: (await laboratory.store.runAll(requests)).flat() }
}

/**
 * The derivatives of tanh and sigmoid are even and fall with |z|, and a larger deviation moves every |z| outwards. The
 * pairs are at least a hundredth apart, so that the fall is far above the rounding of the quadrature.
 */
function fallsWithTheDeviation(
  activations: readonly ActivationName[],
): Omit<TheoremQuestion<[ActivationName, number, number]>, 'cases' | 'seed'> {
  return {
    statement: 'for any activation and two standard deviations, the larger one has the smaller mean derivative',
    arbitrary: fc.tuple(
      fc.constantFrom(...activations),
      fc.double({ min: -2, max: 1, noNaN: true }).map((exponent) => 10 ** exponent),
      fc.double({ min: 1.01, max: 10, noNaN: true }),
    ),
    holds([activation, deviation, factor]) {
      const [smaller, larger] = [deviation, factor * deviation].map((each) => meanDerivative(activation, each))
      return larger! < smaller! * (1 - tolerances.quadrature.size)
    },
  }
}

/** Takes the engine's gradient of an activation at normal values. */
export async function measureDerivatives(
  activation: ActivationName,
  { deviations, samples }: Pick<MeanDerivativeConfiguration, 'deviations' | 'samples'>,
  seed: string,
): Promise<MeasuredDerivatives[]> {
  const measured: MeasuredDerivatives[] = []
  for (const deviation of deviations) {
    const stream = randomStream(seed, 'mean derivative', activation, deviation)
    const gradient = tf.tidy(() => {
      const inputs = tf.tensor1d(stream.fillNormal(new Float32Array(samples), 0, deviation))
      return tf.grad((z) => activate(z, activation))(inputs)
    })
    measured.push({ activation, deviation, derivatives: await gradient.data<'float32'>() })
    gradient.dispose()
  }
  return measured
}

/** What the engine averages at these deviations, with intervals, and beside it the same by quadrature. */
export function besideQuadrature(measured: readonly MeasuredDerivatives[], deviations: readonly number[]): Evidence[] {
  const shown = measured.filter(({ deviation }) => deviations.includes(deviation))
  return shown.flatMap(({ activation, deviation, derivatives }) => {
    const metric = `mean_derivative_of_${activation}_at_deviation_${deviation}`
    return [
      meanEvidence(metric, derivatives),
      exactEvidence(`${metric}_by_quadrature`, meanDerivative(activation, deviation)),
    ]
  })
}
