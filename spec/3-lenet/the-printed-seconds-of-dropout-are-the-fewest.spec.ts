// "With dropout, training is much slower" (Problem 3, question 5), below the seconds that each epoch took.

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeFact } from '../../src/claims/judges/exact.ts'
import { momentsOf } from '../../src/statistics/moments.ts'

const nets = { 'batch normalisation': 'P3.2', dropout: 'P3.4', both: 'P3.5' } as const
const configuration: Record<'arm' | 'rival', keyof typeof nets> = { arm: 'dropout', rival: 'batch normalisation' }

claim({
  id: 'P3.7',
  reading: 'as-submitted',
  part: 'printed seconds',
  kind: 'exact',
  scope: null,
  statement: 'By the printed seconds an epoch with Dropout takes longer than one with BatchNorm',
  source: 'Problem 3, question 5: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'The slowest epoch with Dropout alone was quicker than the quickest with BatchNorm. Dropout besides BatchNorm took 62 s ' +
    'an epoch, where BatchNorm of the input and of the hidden layers took 58 s on average: 7 % longer, which is not much.',
  configuration: { quick: configuration, full: configuration },
  experiment: ({ arm, rival }) => [arm, rival].map((net) => printed[nets[net]].epochs.map(({ seconds }) => seconds)),
  judge: ([slow, fast], { arm, rival }) => {
    const difference = momentsOf(slow!).mean - momentsOf(fast!).mean
    return judgeFact({
      metric: 'difference_of_the_mean_printed_seconds_an_epoch',
      value: difference,
      unit: 's',
      holds: difference > 0,
      comparison: 'comparison of the means of five printed numbers each',
      finding:
        `Printed are ${Math.min(...slow!)} to ${Math.max(...slow!)} s an epoch with ${arm}, and ${Math.min(...fast!)} to ` +
        `${Math.max(...fast!)} s with ${rival}.`,
    })
  },
  twin: { arm: 'both' },
})
