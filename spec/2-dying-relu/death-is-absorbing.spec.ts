// Why one dead model counts a thousand times (Problem 2, question 2).
import { claim } from '../../src/claims/claim.ts'
import { judgeTheorem } from '../../src/claims/judges/theorem.ts'
import { deathIsAbsorbing, type NetsConfiguration } from '../../src/experiments/dying-relu/theorems.ts'

const configuration: NetsConfiguration = { activation: 'relu' }

claim({
  id: 'P2.2',
  reading: 'as-submitted',
  part: 'absorbing death',
  kind: 'theorem',
  scope: null,
  statement: 'A net at rest with a silent layer stays constant, however long it is trained',
  source: 'Problem 2, question 2: one model in all 1000 fits',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'No gradient passes a layer whose units are all silent, so nothing below it moves, and what is above it sees nothing of ' +
    'the input. Layers above may still learn, through their biases, but only a constant. At rest means without momentum ' +
    'from before: a net that dies in training drifts on for some steps.',
  configuration: { quick: configuration, full: configuration },
  experiment: deathIsAbsorbing,
  judge: judgeTheorem,
  twin: { activation: { leakyRelu: 0.2 } },
})
