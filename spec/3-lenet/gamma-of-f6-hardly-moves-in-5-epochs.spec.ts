// "What are the learned batch norm parameters for each layer?" (Problem 3, question 2); the notebook prints those of F6.

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { provided } from '../../src/claims/judgement.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { violins } from '../../src/experiments/lenet/normalisation-figure.ts'
import {
  firstValues,
  learnNormalisations,
  type NormalisationParameter,
  type NormalisedNet,
  normalisationEvidence,
  parameterNames,
} from '../../src/experiments/lenet/normalisation-parameters.ts'

const { low, high } = printed.batchNormalizationOfF6.gamma
const farthest = Math.max(1 - low, high - 1)
const asked: { arm: NormalisedNet['arm']; parameter: NormalisationParameter } = {
  arm: assigned.batchNormalisation,
  parameter: 'gamma',
}

claim({
  id: 'P3.2',
  reading: 'as-assigned',
  part: 'learned parameters',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'In 5 epochs the γ of F6 moves by less than 0.1 from its first value, 1, on average over the units',
  source: 'Problem 3, question 2: the printed weights of batch_normalization_22',
  reported: { text: `at most ${farthest.toFixed(4)}`, value: farthest },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'What batch normalisation does to F6 is nearly all in its moving statistics, which no gradient moves: the variance ' +
    'falls from 1 to the 0.4 of the tanh. The scale γ and the shift β, which gradients move, stay within an eighth of 1 ' +
    'and 0 in every hidden layer. The notebook’s γ do so too, as far as they are printed: the last 12 of 84.',
  configuration: { quick: { ...assignment.quick, ...asked }, full: { ...assignment.full, ...asked } },
  experiment: ({ parameter: _, ...net }, laboratory) => learnNormalisations(net, laboratory),
  judge: (normalisations, { parameter }) => {
    const values = normalisations.find(({ layer }) => layer === 'F6')![parameter]
    return provided(
      values.some((value) => value !== firstValues[parameter]),
      'No unit of F6 has moved at all.',
      judgeOrdering({
        metric: `distance_of_${parameterNames[parameter]}_of_f6_from_its_first_value`,
        values: Float64Array.from(values, (value) => Math.abs(value - firstValues[parameter])),
        units: 'units of F6',
        claimed: { below: 0.1 },
        // A change by a twentieth of what is scaled.
        smallestEffect: 0.05,
        context: normalisationEvidence(normalisations),
      }),
    )
  },
  // Of the same net, what no gradient moves.
  twin: { parameter: 'movingVariance' },
  figures: (normalisations, { finding }) => [violins(normalisations, finding)],
})
