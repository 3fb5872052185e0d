// "With dropout, training is much slower" (Problem 3, question 5).

import { claim } from '../../src/claims/claim.ts'
import { judgeMedian } from '../../src/claims/judges/median.ts'
import { type TimedSteps, timeSteps } from '../../src/experiments/lenet/step-time.ts'
import { secondsRatio } from '../../src/experiments/seconds-ratio.ts'

const batchSizes = { armBatchSize: 100, rivalBatchSize: 100 }
const nets: TimedSteps = { arm: 'dropout', rival: 'plain', ...batchSizes, rounds: 50, stepsPerRound: 3 }

claim({
  id: 'P3.7',
  reading: 'as-assigned',
  part: 'seconds a step',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'A training step of LeNet-5 takes much longer with Dropout than without',
  source: 'Problem 3, question 5: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'Much longer is at least twice as long. A step with Dropout is longer by a fraction: the host draws the masks, and the net ' +
    'multiplies by them. So if training with Dropout is slow, it is by the number of its steps. ' +
    'The nets train on drawn images of MNIST’s shape, as the pixels make no difference to the time. The seconds are those ' +
    'of this machine, and none are stored.',
  configuration: { quick: nets, full: { ...nets, rounds: 100 } },
  experiment: timeSteps,
  judge: ({ arm, rival }) =>
    judgeMedian({
      ...secondsRatio([arm, rival], ['dropout', 'plain']),
      claimed: { above: 1 },
      smallestEffect: 1,
    }),
  // A step that has twice the work besides.
  twin: { armBatchSize: 200 },
})
