// "much less than with ReLU" (Problem 2, question 3), by the rule of the notebook.
import { claim } from '../../src/claims/claim.ts'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { assignment, collapseByActivation } from '../../src/experiments/dying-relu/experiment.ts'
import { collapsedBy, divergedPairs } from '../../src/experiments/dying-relu/rules.ts'

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
  configuration: {
    quick: { ...assignment, activations: ['relu', { leakyRelu: 0.2 }], runs: 1000 },
    full: { ...assignment, activations: ['relu', { leakyRelu: 0.2 }], runs: 10_000 },
  },
  experiment: collapseByActivation,
  judge: ([relu, leaky]) =>
    judgePairedOutcomes({
      metric: 'relu_minus_leaky_share_of_collapsed_nets',
      more: collapsedBy('notebook', relu!),
      fewer: collapsedBy('notebook', leaky!),
      diverged: divergedPairs(relu!, leaky!),
      items: 'runs with the same points and first weights',
      outcome: 'collapsed',
      smallestEffect: 0.02,
      context: [
        ...collapseEvidence(['notebook'], relu!, 'relu_nets'),
        ...collapseEvidence(['notebook'], leaky!, 'leaky_nets'),
      ],
    }),
  twin: { activations: [{ leakyRelu: 0.2 }, { leakyRelu: 0.2 }] },
})
