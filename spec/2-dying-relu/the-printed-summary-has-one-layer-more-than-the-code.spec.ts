// The printed summary of the ReLU net counts 61 parameters (Problem 2, question 2).
import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeExact } from '../../src/claims/judges/exact.ts'
import { assignment } from '../../src/experiments/dying-relu/experiment.ts'
import { type NarrowNet, narrowNet } from '../../src/experiments/dying-relu/networks.ts'
import { trainableCount } from '../../src/training/network-parameters.ts'

const { text, value } = printed['P2.2'].parameters
const configuration: NarrowNet = { ...assignment, hiddenLayers: 9 }

claim({
  id: 'P2.2',
  reading: 'as-submitted',
  part: 'parameters',
  kind: 'exact',
  scope: null,
  statement: 'The printed code, nine hidden layers, has the 61 parameters of the printed summary',
  source: 'Problem 2, question 2: the code and the summary below it',
  reported: { text, value },
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'Nine hidden layers of two units have 55 parameters, ten have 61: the code was probably changed after the cell had run. What was ' +
    'submitted is the summary, so ten hidden layers are judged here; nine are what the code says, and what Lu et al. call a ' +
    '10-layer net, as they count the output.',
  configuration: { quick: configuration, full: configuration },
  experiment: (net: NarrowNet) => trainableCount(narrowNet(net)),
  judge: (parameters) =>
    judgeExact({ metric: 'trainable_parameters_of_the_printed_code', value: parameters, printed: text }),
  twin: { hiddenLayers: 10 },
})
