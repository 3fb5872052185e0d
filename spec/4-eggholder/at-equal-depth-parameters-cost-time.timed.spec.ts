// "there are significantly many more parameters to update" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeMedian } from '../../src/claims/judges/median.ts'
import { timeNets } from '../../src/experiments/eggholder/step-time.ts'
import { secondsRatio } from '../../src/experiments/seconds-ratio.ts'

const nets = {
  slow: { hidden: [512], normalised: false },
  fast: { hidden: [16], normalised: false },
  batchSize: 1000,
  rounds: 50,
  stepsPerRound: 2,
}

claim({
  id: 'P4.3',
  reading: 'as-assigned',
  part: 'equal depth',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'A step takes longer with 512 units in one hidden layer than with 16',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Thirty-two times the parameters at equal depth: time grows with the parameters, if by less than they do.',
  configuration: { quick: nets, full: { ...nets, rounds: 100 } },
  experiment: ({ slow, fast, ...rounds }, laboratory) => timeNets({ nets: [slow, fast], ...rounds }, laboratory),
  judge: ([slow, fast]) =>
    judgeMedian({
      ...secondsRatio([slow!, fast!], ['512_units', '16_units']),
      claimed: { above: 1 },
      smallestEffect: 0.5,
    }),
  // As few parameters.
  twin: { slow: { hidden: [16], normalised: false } },
})
