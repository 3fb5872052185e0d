import type { Examples } from '../../training/train-examples.ts'
import type { Points, Split } from './points.ts'
import { fitScaler, type Scaler, standardised } from './standard-scaler.ts'

/** By what the points of a training are standardised. */
export interface Scaling {
  readonly inputs: Scaler
  readonly targets: Scaler
}

/** The scaling that is fitted to training points. */
export function fitScaling({ inputs, targets }: Points): Scaling {
  return { inputs: fitScaler(inputs, 2), targets: fitScaler(targets, 1) }
}

/** Points as the nets take them, standardised by the mean and standard deviation of the training points. */
export interface ScaledSplit {
  readonly train: Examples
  readonly test: Examples
  /** of the targets: a root mean square error times its deviation is one in the function's own unit */
  readonly targets: Scaler
}

/** Standardises inputs and targets, each column by itself. */
export function scaledSplit({ train, test }: Split): ScaledSplit {
  const { inputs, targets } = fitScaling(train)
  const examples = (points: Points): Examples => ({
    inputs: Float32Array.from(standardised(points.inputs, inputs)),
    targets: Float32Array.from(standardised(points.targets, targets)),
  })
  return { train: examples(train), test: examples(test), targets }
}
