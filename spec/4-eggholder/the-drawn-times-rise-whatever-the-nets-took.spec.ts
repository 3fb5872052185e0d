// "Number of Parameters vs Time to Train" (Problem 4, question 2): one callback times all fits.

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeTheorem } from '../../src/claims/judges/theorem.ts'
import { type TimesConfiguration, timesAreCumulative } from '../../src/experiments/eggholder/theorems.ts'

const configuration: TimesConfiguration = { nets: printed['P4.1'].trainedNets, log: 'kept over all fits' }

claim({
  id: 'P4.3',
  reading: 'as-submitted',
  part: 'cumulative times',
  kind: 'theorem',
  scope: null,
  statement: 'Whatever the epochs take, the drawn times rise with width and depth, to one for three layers',
  source: 'Problem 4: the timing callback and its sums in question 1, the plot of times in question 2',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'The log of the callback is never reset, so what is drawn for a net is the time of all nets up to it. The curve of one layer ' +
    'rises by that alone, every net of two layers stands above it because it was trained later, and between them it goes down, ' +
    'down, up and down by the order of their training. The fits of three layers do not get the callback: their three times are ' +
    'the same sum. So the plot shows what the answer says of depth, and would show it of any times.',
  configuration: { quick: configuration, full: configuration },
  experiment: timesAreCumulative,
  judge: judgeTheorem,
  twin: { log: 'reset before each fit' },
})
