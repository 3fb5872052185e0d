// A bound that the cited paper gives on the way to its theorem that death becomes certain as depth grows (Lu et al., arXiv 1903.06733).
import { claim } from '../../src/claims/claim.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { chanceOfBlocking } from '../../src/experiments/dying-relu/born-dead.ts'
import { assignment, collapse } from '../../src/experiments/dying-relu/experiment.ts'

const configuration = { ...assignment, hiddenLayers: 9, boundOfHiddenLayers: 9 }

claim({
  id: 'P2.2',
  reading: 'as-assigned',
  part: 'bound of theory',
  kind: 'rate',
  scope: null,
  statement: 'Nets with nine hidden layers are born dead less often than they block one given input',
  source: 'Lu et al., whom Problem 2 cites; not in the notebook',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'With symmetric first weights and no biases each layer of width 2 that an input reaches is silent with the probability ' +
    '1/4, so nine layers block it with the probability 1 − (3/4)^9 = 0.925. That is often taken for the chance of a dead ' +
    'net, but bounds it: a net may let through the other half of the line.',
  configuration: { quick: { ...configuration, runs: 11_000 }, full: { ...configuration, runs: 20_000 } },
  experiment: ({ boundOfHiddenLayers: _, ...training }, laboratory) => collapse(training, laboratory),
  judge: ({ bornDead }, { boundOfHiddenLayers, width }) =>
    judgeRate({
      metric: 'share_of_relu_nets_that_were_born_dead',
      successes: bornDead.filter(Boolean).length,
      trials: bornDead.length,
      claimed: { below: chanceOfBlocking({ hiddenLayers: boundOfHiddenLayers, width }) },
    }),
  // The bound of nets of half the depth does not hold for these.
  twin: { boundOfHiddenLayers: 5 },
})
