// "number of parameters (weights) that you need to learn" (Problem 4, question 1), counted by `model.count_params()`.

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { judgeFact } from '../../src/claims/judges/exact.ts'
import { countNets } from '../../src/experiments/eggholder/parameter-counts.ts'
import type { NormalisedNets, SubmittedNets } from '../../src/experiments/eggholder/submitted-nets.ts'

const configuration: { nets: SubmittedNets; normalised: NormalisedNets } = {
  nets: printed['P4.1'].trainedNets,
  normalised: 'the deeper ones',
}

claim({
  id: 'P4.2',
  reading: 'as-submitted',
  part: 'counted parameters',
  kind: 'exact',
  scope: null,
  statement: 'The parameters that are drawn for a net are those that it has to learn',
  source: 'Problem 4, question 1: the second plot, over count_params()',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'count_params() counts the moving mean and variance of batch normalisation, which gradient descent never touches: four ' +
    'numbers a hidden unit, of which two are learned. Only the deeper nets have batch normalisation, so that their curves are ' +
    'drawn too far to the right against that of one layer: by a sixth for 16-16, by one in forty for 128-128-64.',
  configuration: { quick: configuration, full: configuration },
  experiment: countNets,
  judge: (nets) => {
    const wrong = nets.filter(({ counted, learned }) => counted !== learned)
    const largest = nets.at(-1)!
    return judgeFact({
      metric: 'nets_drawn_at_more_parameters_than_they_learn',
      value: wrong.length,
      unit: 'nets',
      holds: wrong.length === 0,
      comparison: 'comparison of two counts',
      finding:
        `Of ${nets.length} nets ${wrong.length} are drawn at more parameters than they learn; ` +
        `${largest.net.hidden.join('-')} counts ${largest.counted} and learns ${largest.learned}.`,
      context: [
        exactEvidence('counted_parameters_of_the_last_net', largest.counted, 'parameters'),
        exactEvidence('learned_parameters_of_the_last_net', largest.learned, 'parameters'),
        exactEvidence(
          'largest_share_that_is_not_learned',
          Math.max(...nets.map((one) => 1 - one.learned / one.counted)),
        ),
      ],
    })
  },
  twin: { normalised: 'none' },
})
