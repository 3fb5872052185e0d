// "The deeper the network becomes, the longer it takes to train" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeMedian } from '../../src/claims/judges/median.ts'
import { timeNets } from '../../src/experiments/eggholder/step-time.ts'
import { secondsRatio } from '../../src/experiments/seconds-ratio.ts'

const nets = {
  slow: { hidden: [16, 16, 16], normalised: false },
  fast: { hidden: [152], normalised: false },
  batchSize: 1000,
  rounds: 50,
  stepsPerRound: 10,
}

claim({
  id: 'P4.3',
  reading: 'as-assigned',
  part: 'equal parameters',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'A step takes longer with three hidden layers than with one of as many parameters',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'Three layers of 16 units and one of 152 have 609 parameters each. What takes the time on the CPU is what the units ' +
    'give out, a number for each of them and each point: 48 in the deep net and 152 in the shallow one. On an engine whose ' +
    'operations take long to start, as a GPU, the deep net may be the slower one.',
  configuration: { quick: nets, full: { ...nets, rounds: 100 } },
  experiment: ({ slow, fast, ...rounds }, laboratory) => timeNets({ nets: [slow, fast], ...rounds }, laboratory),
  judge: ([slow, fast]) =>
    judgeMedian({
      ...secondsRatio([slow!, fast!], ['three_layers', 'one_layer']),
      claimed: { above: 1 },
      smallestEffect: 0.25,
    }),
  // The shallow net has a tenth of the parameters.
  twin: { fast: { hidden: [16], normalised: false } },
})
