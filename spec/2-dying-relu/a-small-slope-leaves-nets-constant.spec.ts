// Does leaky ReLU prevent a collapse? With the slope 0.01 of its inventors (Maas et al. 2013) (Problem 2, question 3).
import { claim } from '../../src/claims/claim.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { assignment, collapseByActivation, slopes } from '../../src/experiments/dying-relu/experiment.ts'
import { varianceHistogram } from '../../src/experiments/dying-relu/function-figures.ts'
import { collapseRates } from '../../src/experiments/dying-relu/rate-figures.ts'
import { collapseCount } from '../../src/experiments/dying-relu/rules.ts'

const activations = slopes.map((leakyRelu) => ({ leakyRelu }))
const configuration = { ...assignment, activations }

claim({
  id: 'P2.3',
  reading: 'as-assigned',
  part: 'prevention, small slope',
  kind: 'rate',
  scope: null,
  statement: 'Fewer than 10 % of leaky ReLU nets with the slope 0.01 end as constants',
  source: 'Problem 2, question 3: whether it helps "in preventing dying neurons"',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'No leaky net is dead in the strict sense, but where a ReLU net lets nothing through, one with slope 0.01 lets through a ' +
    'hundredth a layer, and after a few layers nothing that counts beside the bias. Seven nets in ten end as constants to a ' +
    'millionth, and by bounds ten times narrower or wider six or eight: most, by each of them. How ' +
    'much leaky ReLU helps depends on its slope, which the assignment does not say any more.',
  configuration: { quick: { ...configuration, runs: 1000 }, full: { ...configuration, runs: 10_000 } },
  experiment: collapseByActivation,
  judge: ([runs]) =>
    judgeRate({
      metric: 'share_of_leaky_nets_that_are_constant',
      ...collapseCount('constant', runs!),
      claimed: { below: 0.1 },
      context: collapseEvidence(['notebook'], runs!),
    }),
  // The largest slope first.
  twin: { activations: [...activations].reverse() },
  figures: (arms, { finding }) => {
    const named = new Map(arms.map((runs, arm) => [`slope ${slopes[arm]}`, runs]))
    return [varianceHistogram(named, finding), collapseRates(named, finding, ['notebook', 'constant'])]
  },
})
