// "Fraction of collapsed networks: 0.002" with leaky ReLU (Problem 2, question 3): one model again, fitted 1000 times.
import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { shareEvidence } from '../../src/claims/evidence.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { assignment } from '../../src/experiments/dying-relu/experiment.ts'
import { fitsOfSimulations } from '../../src/experiments/dying-relu/function-figures.ts'
import {
  collapsesFirst,
  countOfCollapsed,
  hasBothKinds,
  type Simulation,
  type SubmittedConfiguration,
  simulate,
} from '../../src/experiments/dying-relu/submitted.ts'

const { text, value } = printed['P2.3'].collapsedFraction
const configuration: SubmittedConfiguration = {
  ...assignment,
  activation: { leakyRelu: 0.2 },
  model: 'the same in every fit',
  simulations: 200,
  fits: 8,
  followed: 8,
}

claim({
  id: 'P2.3',
  reading: 'as-submitted',
  part: 'fraction',
  kind: 'rate',
  scope: null,
  statement: 'The fits that the submitted loop counts as collapsed are the first ones of its one model',
  source: 'Problem 2, question 3: the printed fraction',
  reported: { text, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    '0.002 is 2 fits of 1000, and practically always these are the first two: the output of a fresh leaky net is nearly flat, the rule takes ' +
    'that for a collapse, and counts until the one model has left the plateau. So the number is the time that one model ' +
    'took to start learning, more than four epochs and at most six, and not a share of networks. Other models take anything from no fit ' +
    'to all of those followed; only those with fits of both kinds are judged. The log ends with a loss of 2e-7: this model had learnt |x|.',
  configuration: { quick: configuration, full: { ...configuration, simulations: 120, fits: 1000, followed: 1000 } },
  experiment: simulate,
  judge: (simulations) => {
    const share = (metric: string, holds: (simulation: Simulation) => boolean) =>
      shareEvidence(metric, simulations.filter(holds).length, simulations.length)
    const telling = simulations.filter(hasBothKinds)
    return judgeRate({
      metric: 'share_of_simulations_with_both_kinds_of_fits_whose_collapsed_ones_come_first',
      successes: telling.filter(collapsesFirst).length,
      trials: telling.length,
      claimed: { above: 0.5 },
      context: [
        share('share_of_simulations_with_two_collapsed_fits', (simulation) => countOfCollapsed(simulation) === 2),
        share('share_of_simulations_with_fewer_collapsed_fits', (simulation) => countOfCollapsed(simulation) < 2),
        share(
          'share_of_simulations_with_collapsed_fits_only_as_far_as_followed',
          ({ collapsed }) => !collapsed.includes(0),
        ),
      ],
    })
  },
  twin: { model: 'a new one for each fit' },
  figures: (simulations, { finding }) => [fitsOfSimulations(simulations, finding)],
})
