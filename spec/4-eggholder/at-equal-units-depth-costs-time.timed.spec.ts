// "The deeper the network becomes, the longer it takes to train" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeMedian } from '../../src/claims/judges/median.ts'
import { timeNets } from '../../src/experiments/eggholder/step-time.ts'
import { secondsRatio } from '../../src/experiments/seconds-ratio.ts'

const nets = {
  slow: { hidden: [128, 128, 64], normalised: true },
  fast: { hidden: [320], normalised: true },
  batchSize: 1000,
  rounds: 50,
  stepsPerRound: 6,
}

claim({
  id: 'P4.3',
  reading: 'as-assigned',
  part: 'equal units',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'A step takes longer with 128, 128 and 64 units in three hidden layers than with 320 in one',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Both nets have BatchNorm. With equally many hidden units a deep net has many more parameters, here 25,857 against ' +
    '1921: a unit has a weight for each unit of the layer before it, and not for two inputs.',
  configuration: { quick: nets, full: { ...nets, rounds: 100 } },
  experiment: ({ slow, fast, ...rounds }, laboratory) => timeNets({ nets: [slow, fast], ...rounds }, laboratory),
  judge: ([slow, fast]) =>
    judgeMedian({
      ...secondsRatio([slow!, fast!], ['three_layers', 'one_layer']),
      claimed: { above: 1 },
      smallestEffect: 0.25,
    }),
  // One layer too.
  twin: { slow: { hidden: [320], normalised: true } },
})
