// "Fraction of collapsed networks: 1.0" (Problem 2, question 2): one model is made, and then fitted 1000 times.
import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { shareEvidence } from '../../src/claims/evidence.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { assignment } from '../../src/experiments/dying-relu/experiment.ts'
import { fitsOfSimulations } from '../../src/experiments/dying-relu/function-figures.ts'
import { type SubmittedConfiguration, simulate } from '../../src/experiments/dying-relu/submitted.ts'

const { text, value } = printed['P2.2'].collapsedFraction
const configuration: SubmittedConfiguration = {
  ...assignment,
  model: 'the same in every fit',
  simulations: 150,
  fits: 1000,
  followed: 10,
}

claim({
  id: 'P2.2',
  reading: 'as-submitted',
  part: 'fraction',
  kind: 'rate',
  scope: null,
  statement: 'The submitted loop prints 1.0 more often than not',
  source: 'Problem 2, question 2: the printed fraction',
  reported: { text, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'The loop fits one model 1000 times, and death is absorbing: a model that is dead and at rest counts in every later ' +
    'fit, one that has learnt in none. So the loop prints 1.0 or 0 but for the few models that need some fits to do either, and ' +
    '1.0 says that one model died, not that 1000 did. Independent nets never print it: some of a thousand live.',
  configuration: { quick: configuration, full: { ...configuration, simulations: 320, followed: 100 } },
  experiment: simulate,
  judge: (simulations) => {
    const count = (holds: (simulation: (typeof simulations)[number]) => boolean) => simulations.filter(holds).length
    const trials = simulations.length
    const never = count(({ collapsed }) => !collapsed.includes(1))
    const always = count(({ fraction }) => fraction === 1)
    return judgeRate({
      metric: 'share_of_simulations_that_print_1',
      successes: always,
      trials,
      claimed: { above: 0.5 },
      context: [
        shareEvidence('share_of_simulations_without_a_collapsed_fit', never, trials),
        shareEvidence('share_of_simulations_with_both_kinds_of_fits', trials - always - never, trials),
      ],
    })
  },
  twin: { model: 'a new one for each fit' },
  figures: (simulations, { finding }) => [fitsOfSimulations(simulations, finding)],
})
