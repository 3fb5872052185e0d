import * as Plot from '@observablehq/plot'
import { draw } from '../../report/draw.ts'
import type { Figure } from '../../report/figure.ts'
import { divergedInWords } from './caption-parts.ts'
import { depthColour, keyBelow, layoutWithKey } from './depth-look.ts'
import { nameOf, type TrainedEggholder, type TrainedNet } from './experiment.ts'
import { epochTicks, shownEpochs } from './shown-epochs.ts'

/** What an error is of: the batches while training, or the test points. */
export type ErrorSet = 'training' | 'test'

/** A mean square error that the notebook printed for a net. */
export interface PrintedError {
  readonly net: TrainedNet
  readonly set: ErrorSet
  /** the first is 1 */
  readonly epoch: number
  readonly value: number
}

const sets: Readonly<Record<ErrorSet, (training: TrainedEggholder) => Float64Array>> = {
  training: ({ trainingLosses }) => trainingLosses,
  test: ({ testErrors }) => testErrors,
}

/** The mean square errors of each training, a panel for either set, with the printed ones as rings. */
export function errorsBesidePrinted(
  trained: readonly TrainedNet[],
  printed: readonly PrintedError[],
  finding: string,
): Figure {
  const epochs = trained[0]!.repetitions[0]!.testErrors.length
  const shown = shownEpochs(epochs, 80)
  const rows = trained.flatMap(({ net, repetitions }) =>
    repetitions.flatMap((training, repetition) =>
      Object.entries(sets).flatMap(([panel, errorsOf]) =>
        shown.map((epoch) => ({
          panel,
          curve: `${nameOf(net)}, ${repetition}`,
          stroke: depthColour(net.hidden.length),
          epoch,
          error: errorsOf(training)[epoch - 1]!,
        })),
      ),
    ),
  )
  const rings = printed.map(({ net, set, epoch, value }) => {
    return { panel: set, epoch, error: value, stroke: depthColour(net.net.hidden.length) }
  })
  const key = trained.map(({ net }) => ({ text: nameOf(net), fill: depthColour(net.hidden.length) }))
  const most = Math.max(...trained.map(({ repetitions }) => repetitions.length))
  return draw({
    name: 'errors-beside-printed',
    caption:
      'Mean square error after each epoch, in the variance of the target: over the batches while training, and on the test ' +
      `points in evaluation mode. A line for each training${most > 1 ? ` (${most} of a net)` : ''}; rings: what the ` +
      `notebook printed.${divergedInWords(trained)} ${finding}`,
    ...layoutWithKey(key.length, {
      ...{ type: 'log', label: 'epoch', ticks: epochTicks(epochs), tickFormat: 'd', inset: 8 },
    }),
    marginRight: 20,
    fx: { label: null, domain: Object.keys(sets) },
    y: { type: 'log', label: 'mean square error, variances of the target', grid: true, tickFormat: '~f', ticks: 4 },
    color: { type: 'identity' },
    marks: [
      Plot.frame({ strokeOpacity: 0.3 }),
      Plot.line(rows, {
        ...{ ariaDescription: 'curves', fx: 'panel', x: 'epoch', y: 'error', z: 'curve', stroke: 'stroke' },
        strokeWidth: 1.2,
      }),
      Plot.dot(rings, {
        ...{
          ariaDescription: 'printed',
          fx: 'panel',
          x: 'epoch',
          y: 'error',
          stroke: 'stroke',
          r: 6,
          strokeWidth: 2.5,
        },
      }),
      ...keyBelow('training', key),
    ],
  })
}
