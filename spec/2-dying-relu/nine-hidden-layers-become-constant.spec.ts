// "close to over 90% as was reported in Lu et al." is the question (Problem 2, question 2), of nine hidden layers.
import { claim } from '../../src/claims/claim.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { assignment, collapse } from '../../src/experiments/dying-relu/experiment.ts'
import { collapsedBy, divergedCount } from '../../src/experiments/dying-relu/rules.ts'

/** Nets are counted that are constant after their training, or that were so by their first weights. */
const configuration = { ...assignment, hiddenLayers: 9, constantBy: 'training' as 'training' | 'first weights' }

claim({
  id: 'P2.2',
  reading: 'as-assigned',
  part: 'nine layers, constants',
  kind: 'rate',
  scope: null,
  statement: 'Over 90 % of ReLU nets with nine hidden layers of width 2 end as constants, as Lu et al. report',
  source: 'Problem 2, question 2: the assignment, and Lu et al., arXiv 1903.06733',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Lu et al. count the output as a layer, so their 10-layer net has nine hidden ones. 93 % become constant: over 90 %, but ' +
    'nearer to it than ten hidden layers, which takes 11,000 nets to tell with certainty. Born so are 88 %: it takes the ' +
    'training to make it more than 90 %.',
  configuration: { quick: { ...configuration, runs: 11_000 }, full: { ...configuration, runs: 20_000 } },
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
