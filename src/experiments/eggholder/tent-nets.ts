import { randomStream, type Stream } from '../../random/stream.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import type { Layer, Network } from '../../training/network.ts'
import { predict } from '../../training/network-evaluate.ts'
import type { Weights } from '../../training/network-parameters.ts'
import { allPlaces, errorCount, largestExponent, pointsAt } from './alternating-points.ts'

/** A net on the line with its weights. */
export interface WeightedNet {
  readonly network: Network
  readonly weights: Weights
}

/**
 * The tent m(x) = relu(2·relu(x) − 4·relu(x − 1/2)), composed with itself: two hidden layers for each time, of two units
 * and of one, and an output that takes the last unit as it is. From 0 to 1 it rises and falls 2^(k − 1) times.
 */
export function tentNet(compositions: number): WeightedNet {
  const layers: Layer[] = [
    { kind: 'dense', units: 2, activation: 'relu' },
    { kind: 'dense', units: 1, activation: 'relu' },
  ]
  const weights: Weights = [
    { kernel: Float32Array.of(1, 1), bias: Float32Array.of(0, -1 / 2) },
    { kernel: Float32Array.of(2, -4), bias: Float32Array.of(0) },
  ]
  const times = Array.from({ length: compositions })
  return {
    network: { input: [1], layers: [...times.flatMap(() => layers), { kind: 'dense', units: 1 }] },
    weights: [...times.flatMap(() => weights), { kernel: Float32Array.of(1), bias: Float32Array.of(0) }],
  }
}

export interface DeepNetsConfiguration {
  /** compositions of the tent that a net lacks; the theorem has it composed k times for 2^k points */
  readonly compositionsLeftOut: number
  /** points of a set that are classified; all if it has no more */
  readonly mostPoints: number
}

/** How the net for 2^k points does. */
export interface DeepNet {
  readonly exponent: number
  /** points that were classified */
  readonly points: number
  readonly errors: number
  readonly hiddenLayers: number
  readonly hiddenUnits: number
}

/** Classifies each set of points that float32 holds by the deep net for it, on the engine. */
export async function classifyByDeepNets(
  { compositionsLeftOut, mostPoints }: DeepNetsConfiguration,
  laboratory: Laboratory,
): Promise<DeepNet[]> {
  await laboratory.engine()
  const nets: DeepNet[] = []
  for (let exponent = 1; exponent <= largestExponent; exponent++) {
    const stream = randomStream(laboratory.seed, 'alternating points', exponent)
    const places = somePlaces(exponent, mostPoints, stream)
    const { network, weights } = tentNet(exponent - compositionsLeftOut)
    const outputs = await predict(network, weights, pointsAt(places, exponent))
    const hidden = weights.slice(0, -1).map(({ bias }) => bias!.length)
    nets.push({
      exponent,
      points: places.length,
      errors: errorCount(outputs, places),
      hiddenLayers: hidden.length,
      hiddenUnits: hidden.reduce((sum, units) => sum + units, 0),
    })
  }
  return nets
}

/** Of a set that is too large the last points, which take all bits of float32, and as many that are drawn. */
function somePlaces(exponent: number, most: number, stream: Stream): Uint32Array {
  const count = 2 ** exponent
  if (count <= most) return allPlaces(exponent)
  return new Uint32Array(most).map((_, index) => (2 * index < most ? count - 1 - index : stream.integer(count)))
}
