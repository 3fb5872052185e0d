// The curve of one-layer nets is drawn up to 512 hidden units (Problem 4, question 1); the code trains up to 400.

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { judgeExact } from '../../src/claims/judges/exact.ts'

const { trainedNets, drawnUnitsOfOneLayer } = printed['P4.1']
const { units: drawn, widest } = drawnUnitsOfOneLayer
const configuration: { trained: number[] } = { trained: trainedNets.oneLayer }

claim({
  id: 'P4.1',
  reading: 'as-submitted',
  part: 'drawn units',
  kind: 'exact',
  scope: null,
  statement: 'The one-layer net that is drawn at 512 hidden units has 512 hidden units',
  source: 'Problem 4, question 1: the loop over one-layer nets, and the plot over hidden units',
  reported: widest,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'The plot lists hidden units anew instead of taking those of the loop, and the lists differ: the net of 400 units stands at ' +
    '512, the whole budget, which no net that was trained has.',
  configuration: { quick: configuration, full: configuration },
  experiment: ({ trained }) => ({
    atWidest: trained[drawn.indexOf(widest.value)] ?? Number.NaN,
    elsewhere: drawn.filter((units, net) => units !== trained[net]).length,
  }),
  judge: ({ atWidest, elsewhere }) => {
    const evidence = exactEvidence('one_layer_nets_drawn_at_other_units', elsewhere, 'nets')
    return judgeExact({
      metric: 'hidden_units_of_the_net_drawn_at_512',
      value: atWidest,
      printed: widest.text,
      unit: 'units',
      context: [evidence],
    })
  },
  twin: { trained: drawn },
})
