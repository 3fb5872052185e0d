// "close to over 90% as was reported in Lu et al." (Problem 2, question 2), from the first weights that ReLU nets are given.
import { claim } from '../../src/claims/claim.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { assignment, collapse } from '../../src/experiments/dying-relu/experiment.ts'
import { collapsedBy, divergedCount } from '../../src/experiments/dying-relu/rules.ts'

/** Nets are counted that are constant after their training, or that were so by their first weights. */
const configuration = {
  ...assignment,
  hiddenLayers: 9,
  firstWeights: 'he normal' as const,
  constantBy: 'training' as 'training' | 'first weights',
}

claim({
  id: 'P2.2',
  reading: 'as-assigned',
  part: 'nine layers, constants, he normal',
  kind: 'rate',
  scope: null,
  statement: 'Over 90 % of ReLU nets with nine hidden layers end as constants from He-normal weights too',
  source: 'Problem 2, question 2: the assignment, and Lu et al., arXiv 1903.06733',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'The scale of the first weights does not matter for who is born dead: 88 % are, as from Glorot-uniform weights. Larger ' +
    'ones make more nets die in the training, so that 94 % become constant, and leave fewer with a small output.',
  configuration: { quick: { ...configuration, runs: 6000 }, full: { ...configuration, runs: 20_000 } },
  experiment: ({ constantBy: _, ...training }, laboratory) => collapse(training, laboratory),
  judge: (runs, { constantBy }) => {
    const constant = constantBy === 'training' ? collapsedBy('constant', runs) : Array.from(runs.bornDead, Boolean)
    return judgeRate({
      metric: 'share_of_relu_nets_that_are_constant',
      successes: constant.filter(Boolean).length,
      trials: constant.length,
      diverged: divergedCount(runs),
      claimed: { above: 0.9 },
      context: collapseEvidence(['dead'], runs),
    })
  },
  twin: { constantBy: 'first weights' },
})
