import type { Laboratory } from '../../training/laboratory.ts'
import { predict } from '../../training/network-evaluate.ts'
import type { Weights } from '../../training/network-parameters.ts'
import { depthInWords, depthsOf } from './depth-look.ts'
import { type EggholderTraining, nameOf, type TrainedNet } from './experiment.ts'
import { type EggholderNet, eggholderNetwork } from './networks.ts'
import type { Scaling } from './scaled-split.ts'
import { scalingOf } from './scaling.ts'
import { standardised } from './standard-scaler.ts'
import { surfaceCells, surfacePoints } from './surface.ts'
import { bestTraining } from './trained-nets.ts'

/** What a net makes of the plane. */
export interface Surface {
  /** the depth and the widths of the net: '2 hidden layers: 128-32' */
  readonly title: string
  /** in the function's unit, in the order of `surfacePoints`; not finite if the net has diverged */
  readonly values: Float64Array
}

/** The surface that the weights make, on the engine that is open. */
export async function learnedSurface(
  net: EggholderNet,
  weights: Weights,
  { inputs, targets }: Scaling,
  cells = surfaceCells,
): Promise<Surface> {
  const points = Float32Array.from(standardised(surfacePoints(cells), inputs))
  const outputs = await predict(eggholderNetwork(net), weights, points)
  const values = Float64Array.from(outputs, (output) => output * targets.deviation[0]! + targets.mean[0]!)
  return { title: `${depthInWords(net.hidden.length)}: ${nameOf(net)}`, values }
}

/** What the best training of each depth has learned, shallow nets first. */
export async function bestSurfaces(
  trained: readonly TrainedNet[],
  training: EggholderTraining,
  laboratory: Pick<Laboratory, 'seed' | 'engine'>,
): Promise<Surface[]> {
  await laboratory.engine()
  const surfaces: Surface[] = []
  for (const depth of depthsOf(trained.map(({ net }) => ({ hiddenLayers: net.hidden.length })))) {
    const ofDepth = trained.filter(({ net }) => net.hidden.length === depth)
    const { net, repetition, trained: best } = bestTraining(ofDepth)
    surfaces.push(await learnedSurface(net, best.weights, scalingOf(training, repetition, laboratory)))
  }
  return surfaces
}
