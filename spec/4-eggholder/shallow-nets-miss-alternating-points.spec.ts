// Why width alone is dear (Problem 4): what one hidden layer makes of the points that deep nets classify.

import { claim } from '../../src/claims/claim.ts'
import { judgeTheorem } from '../../src/claims/judges/theorem.ts'
import { shallowNetsMiss } from '../../src/experiments/eggholder/theorems.ts'

const configuration = { unitsMissing: 1 }

claim({
  id: 'P4.1',
  reading: 'as-assigned',
  part: 'telgarsky, shallow nets',
  kind: 'theorem',
  scope: null,
  statement: 'One layer of m units, fewer than n − 2, misses (n − m − 2)/2 of n alternating points or more',
  source: 'M. Telgarsky, arXiv 1509.08101, made exact for one hidden layer; not in the notebook',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'On a line m units make m + 1 straight pieces at most, each of which changes the class once at most. The bound is met: a net ' +
    'of m units that goes up and down through the first points makes no more errors, and with n − 2 units none. So where 72 units ' +
    'in 48 layers are right at all of 2^24 points, one layer needs 16,777,214.',
  configuration: { quick: configuration, full: configuration },
  experiment: shallowNetsMiss,
  judge: judgeTheorem,
  twin: { unitsMissing: 0 },
})
