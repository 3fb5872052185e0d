// "much less than with ReLU" (Problem 2, question 3), by the rule of the notebook.
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
  part: 'ordering, the rule of the notebook',
  kind: 'ordering',
  scope: 'the method',
  statement: 'ReLU nets have an output variance of 0.001 or less more often than leaky ones of slope 0.2',
  source: 'Problem 2, question 3: the written answer',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'True, but by less than a tenth, where the notebook has 1.0 against 0.002: by its rule both kinds of net nearly always ' +
    'look collapsed after two epochs.',
  configuration: { quick: { ...configuration, runs: 2000 }, full: { ...configuration, runs: 10_000 } },
  experiment: collapseInPairs,
  judge: ([first, second]) =>
    judgePairedOutcomes({
      metric: 'relu_minus_leaky_share_of_collapsed_nets',
      more: collapsedBy('notebook', first),
      fewer: collapsedBy('notebook', second),
      diverged: divergedPairs(first, second),
      arms: ['ReLU', 'leaky ReLU'],
      items: 'pairs of runs',
      outcome: 'collapsed',
      smallestEffect: 0.02,
      context: [
        ...collapseEvidence(['notebook'], first, 'relu_nets'),
        ...collapseEvidence(['notebook'], second, 'leaky_nets'),
      ],
    }),
  // The rival itself on other runs in the place of ReLU.
  twin: { arms: [{ ...leaky, shift: 1 }, leaky] },
})
