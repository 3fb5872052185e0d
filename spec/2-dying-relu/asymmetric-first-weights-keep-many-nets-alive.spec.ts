// Beyond the notebook: the remedy that the cited paper proposes (Lu et al., arXiv 1903.06733).
import { claim } from '../../src/claims/claim.ts'
import { shareEvidence } from '../../src/claims/evidence.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { assignment, collapse } from '../../src/experiments/dying-relu/experiment.ts'
import { functionsOfRuns } from '../../src/experiments/dying-relu/function-figures.ts'
import { collapseCount } from '../../src/experiments/dying-relu/rules.ts'

const configuration: typeof assignment = { ...assignment, firstWeights: 'randomised asymmetric' }

claim({
  id: 'P2.2',
  reading: 'as-assigned',
  part: 'asymmetric first weights',
  kind: 'rate',
  scope: null,
  statement: 'With randomised asymmetric first weights fewer than 60 % of ReLU nets end as constants',
  source: 'Lu et al., whom Problem 2 cites; not in the notebook',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'One positive parameter a unit keeps most units active, so that four nets in ten become constant instead of more than ' +
    'nine. By the rule of the notebook it still looks like nine in ten after two epochs, as it cannot tell a small output ' +
    'from a constant one. The constants of the method agree in two public implementations; that every layer ' +
    'is drawn so is our reading.',
  configuration: { quick: { ...configuration, runs: 1500 }, full: { ...configuration, runs: 20_000 } },
  experiment: collapse,
  judge: (runs) =>
    judgeRate({
      metric: 'share_of_relu_nets_that_are_constant',
      ...collapseCount('constant', runs),
      claimed: { below: 0.6 },
      context: [
        ...collapseEvidence(['dead', 'notebook'], runs),
        shareEvidence('share_of_relu_nets_that_were_born_dead', runs.bornDead.filter(Boolean).length, runs.dead.length),
      ],
    }),
  twin: { firstWeights: 'glorot uniform' },
  figures: (runs, { finding }) => [functionsOfRuns(runs, finding)],
})
