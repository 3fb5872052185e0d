// "much less than with ReLU" (Problem 2, question 3), after ten times the epochs.
import { claim } from '../../src/claims/claim.ts'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { type ArmsConfiguration, assignment, collapseInPairs } from '../../src/experiments/dying-relu/experiment.ts'
import { collapsedBy, divergedPairs } from '../../src/experiments/dying-relu/rules.ts'

const leaky = { activation: { leakyRelu: 0.2 }, shift: 0 } as const
const configuration: Omit<ArmsConfiguration, 'runs'> = {
  ...assignment,
  epochs: 20,
  arms: [{ activation: 'relu', shift: 0 }, leaky],
}

claim({
  id: 'P2.3',
  reading: 'as-assigned',
  part: 'ordering after 20 epochs',
  kind: 'ordering',
  scope: 'the method',
  statement: 'After 20 epochs ReLU nets are constants more often than leaky ones of slope 0.2',
  source: 'Problem 2, question 3: the written answer',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation: 'Time changes nothing about it: dead nets stay dead, and leaky ones do not die.',
  configuration: { quick: { ...configuration, runs: 200 }, full: { ...configuration, runs: 2000 } },
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
