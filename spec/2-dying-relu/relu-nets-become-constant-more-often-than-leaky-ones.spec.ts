// "much less than with ReLU" (Problem 2, question 3), by constant outputs.
import { claim } from '../../src/claims/claim.ts'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { type ArmsConfiguration, assignment, collapseInPairs } from '../../src/experiments/dying-relu/experiment.ts'
import { collapsedBy, divergedPairs } from '../../src/experiments/dying-relu/rules.ts'

const leaky = { activation: { leakyRelu: 0.2 }, shift: 0 } as const
const configuration: Omit<ArmsConfiguration, 'runs'> = {
  ...assignment,
  arms: [{ activation: 'relu', shift: 0 }, leaky],
}

claim({
  id: 'P2.3',
  reading: 'as-assigned',
  part: 'ordering, constants',
  kind: 'ordering',
  scope: 'the method',
  statement: 'ReLU nets end as constants more often than leaky ones of slope 0.2',
  source: 'Problem 2, question 3: the written answer',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'This is the true part of the answer: nearly all ReLU nets end as constants, and few leaky ones do, from the same first ' +
    'weights on the same points. How few depends on what is called a constant: to a millionth 4 in 100 are, to a tenth of that ' +
    'hardly one, to ten times that one in six; of the ReLU nets 95 in 100 by each of these.',
  configuration: { quick: { ...configuration, runs: 2000 }, full: { ...configuration, runs: 10_000 } },
  experiment: collapseInPairs,
  judge: ([first, second]) =>
    judgePairedOutcomes({
      metric: 'relu_minus_leaky_share_of_constant_nets',
      more: collapsedBy('constant', first),
      fewer: collapsedBy('constant', second),
      diverged: divergedPairs(first, second),
      arms: ['ReLU', 'leaky ReLU'],
      items: 'pairs of runs',
      outcome: 'constant',
      smallestEffect: 0.02,
      context: [
        ...collapseEvidence(['constant'], first, 'relu_nets'),
        ...collapseEvidence(['constant'], second, 'leaky_nets'),
      ],
    }),
  // The rival itself on other runs in the place of ReLU.
  twin: { arms: [{ ...leaky, shift: 1 }, leaky] },
})
