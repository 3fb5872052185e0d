// "much less than with ReLU" (Problem 2, question 3), after ten times the epochs.
import { claim } from '../../src/claims/claim.ts'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { assignment, collapseByActivation } from '../../src/experiments/dying-relu/experiment.ts'
import { collapsedBy, divergedPairs } from '../../src/experiments/dying-relu/rules.ts'

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
  configuration: {
    quick: { ...assignment, epochs: 20, activations: ['relu', { leakyRelu: 0.2 }], runs: 200 },
    full: { ...assignment, epochs: 20, activations: ['relu', { leakyRelu: 0.2 }], runs: 2000 },
  },
  experiment: collapseByActivation,
  judge: ([relu, leaky]) =>
    judgePairedOutcomes({
      metric: 'relu_minus_leaky_share_of_constant_nets',
      more: collapsedBy('constant', relu!),
      fewer: collapsedBy('constant', leaky!),
      diverged: divergedPairs(relu!, leaky!),
      items: 'runs with the same points and first weights',
      outcome: 'constant',
      smallestEffect: 0.02,
      context: [
        ...collapseEvidence(['constant'], relu!, 'relu_nets'),
        ...collapseEvidence(['constant'], leaky!, 'leaky_nets'),
      ],
    }),
  twin: { activations: [{ leakyRelu: 0.2 }, { leakyRelu: 0.2 }] },
})
