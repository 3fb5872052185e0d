import type { Examples } from '../../training/train-examples.ts'
import type { Points, Split } from './points.ts'
import { fitScaler, type Scaler, standardised } from './standard-scaler.ts'

/** Points as the nets take them, standardised by the mean and standard deviation of the training points. */
export interface ScaledSplit {
  readonly train: Examples
  readonly test: Examples
  /** of the targets: a root mean square error times its deviation is one in the function's own unit */
  readonly targets: Scaler
}

/** Standardises inputs and targets, each column by itself. */
export function scaledSplit({ train, test }: Split): ScaledSplit {
  const inputs = fitScaler(train.inputs, 2)
  const targets = fitScaler(train.targets, 1)
  const examples = (points: Points): Examples => ({
    inputs: Float32Array.from(standardised(points.inputs, inputs)),
    targets: Float32Array.from(standardised(points.targets, targets)),
  })
  return { train: examples(train), test: examples(test), targets }
}
