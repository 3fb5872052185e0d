// Both plots over parameters end at 10,000 (Problem 4, questions 1 and 2).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { judgeFact } from '../../src/claims/judges/exact.ts'
import { countNets } from '../../src/experiments/eggholder/parameter-counts.ts'

const { text, value } = printed['P4.2'].lastParameters
const configuration = { nets: printed['P4.1'].trainedNets, normalised: 'the deeper ones', last: value } as const

claim({
  id: 'P4.2',
  reading: 'as-submitted',
  part: 'cut axis',
  kind: 'exact',
  scope: null,
  statement: 'The plots over parameters show every net that was trained',
  source: 'Problem 4, questions 1 and 2: xlim of the plots over parameters',
  reported: { text, value },
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'The nets that are cut off are the largest of two layers and the largest of three, of 384 and 320 hidden units: the two that ' +
    'come nearest to the budget of 512, but for one layer. Of the curve of three layers two nets are left.',
  configuration: { quick: configuration, full: configuration },
  experiment: countNets,
  judge: (nets, { last }) => {
    const beyond = nets.filter(({ counted }) => counted > last)
    const names = beyond.map(({ net, counted }) => `${net.hidden.join('-')} (${counted})`).join(', ')
    const largest = exactEvidence('most_parameters', Math.max(...nets.map(({ counted }) => counted)), 'parameters')
    return judgeFact({
      metric: 'nets_beyond_the_axis',
      value: beyond.length,
      unit: 'nets',
      holds: beyond.length === 0,
      comparison: 'comparison of the counted parameters with the end of the axis',
      finding: `Of ${nets.length} nets ${beyond.length} lie beyond ${last} parameters: ${names || 'none'}.`,
      context: [largest],
    })
  },
  twin: { last: 40_000 },
})
