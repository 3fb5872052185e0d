// How the counts of Problem 2 are known not to come from the engine, its float32 or a mistake of this project.
import golden from '../../fixtures/dying-relu/golden.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeAgreement } from '../../src/claims/judges/agreement.ts'
import { assignment } from '../../src/experiments/dying-relu/experiment.ts'
import {
  type AgreementConfiguration,
  comparisonsWith,
  countOnEngine,
} from '../../src/experiments/dying-relu/float64-twin.ts'
import { bornDeadByDepth, collapseRates } from '../../src/experiments/dying-relu/rate-figures.ts'

const { points, testPoints, batchSize, learningRate, momentum } = assignment
const configuration: AgreementConfiguration = {
  ...{ points, testPoints, batchSize, learningRate, momentum },
  runs: 1000,
  longRuns: 200,
  reluRuns: 5000,
  nets: 2000,
  firstWeights: 'he normal',
  widths: [2, 3, 5, 10],
  depths: [2, 5, 9, 20],
  comparedWith: 'the same arm',
}

const nameOf: Readonly<Record<string, string>> = {
  'glorot uniform': 'Glorot',
  'he normal': 'He',
  'randomised asymmetric': 'asymmetric',
}

claim({
  id: 'P2.2',
  reading: 'as-assigned',
  part: 'float64 twin',
  kind: 'rate',
  scope: null,
  statement: 'Nets die and collapse as often on the engine as in a float64 twin, as far as the counts tell',
  source: 'fixtures/dying-relu/make.py: NumPy, up to 200,000 nets of each kind; not in the notebook',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'The twin shares no code, no random numbers and no precision with the project. Every arm of Problem 2 is compared: first ' +
    'weights of four widths and depths (He-normal; Glorot-uniform ones are among the trained arms), ReLU and four leaky ' +
    'slopes, nine and ten layers, 2 and 20 epochs, by each of the rules. A difference of twelve standard errors is excluded: ' +
    'at quick scale 9 points for the 5000 nets of the main arms, 19 for 1000, 43 for the 200 of 20 epochs, and at full 5, 7 and 16 ' +
    'for four, ten and ten times as many.',
  configuration: {
    quick: configuration,
    full: { ...configuration, runs: 10_000, longRuns: 2000, reluRuns: 20_000, nets: 20_000 },
  },
  experiment: (chosen: AgreementConfiguration, laboratory) => countOnEngine(chosen, golden, laboratory),
  judge: (counts, chosen) => judgeAgreement({ comparisons: comparisonsWith(golden, counts, chosen) }),
  twin: { comparedWith: 'the next arm' },
  figures: ({ bornDead, trained }, { finding }) => {
    const arms = golden.trained.map(({ activation, initialiser, hiddenLayers, epochs }, arm) => {
      const kind = typeof activation === 'string' ? 'ReLU' : `slope ${activation.leakyRelu}`
      return [`${kind}, ${hiddenLayers} layers, ${nameOf[initialiser]}, ${epochs} epochs`, trained[arm]!] as const
    })
    const ofHe = golden.bornDead.filter(({ initialiser }) => initialiser === 'he normal')
    return [bornDeadByDepth(bornDead, ofHe, finding), collapseRates(new Map(arms), finding)]
  },
})
