// "Hidden units vs RMSE" (Problem 4, question 1), over what `model.evaluate` returned.

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { provided } from '../../src/claims/judgement.ts'
import { judgeFact } from '../../src/claims/judges/exact.ts'
import { type DrawnErrorsConfiguration, drawErrors, isSameError } from '../../src/experiments/eggholder/drawn-errors.ts'

const { trainedNets, testMeanSquaredError } = printed['P4.1']
const { text, value } = testMeanSquaredError
const configuration: DrawnErrorsConfiguration = { nets: trainedNets, drawn: 'the evaluation' }

claim({
  id: 'P4.1',
  reading: 'as-submitted',
  part: 'root',
  kind: 'exact',
  scope: null,
  statement: 'The numbers that are drawn over hidden units are root mean square errors',
  source: 'Problem 4, question 1: titles and axes of the plots, and the calls of evaluate',
  reported: { text, value },
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'Under the loss mean_squared_error an evaluation returns the mean of the squared residuals, and nobody took the root. An ' +
    'order of single nets survives that, a ratio does not, nor do averages. The targets are standardised besides: the printed ' +
    '0.0452 means an error of 63.4 in the unit of the function, and not of 13.5.',
  configuration: { quick: configuration, full: configuration },
  experiment: drawErrors,
  judge: ({ errors, targetDeviation }) => {
    const roots = errors.filter(({ drawn, meanSquare }) => isSameError(drawn, Math.sqrt(meanSquare))).length
    const [asRoot, asSquare] = [value * targetDeviation, Math.sqrt(value) * targetDeviation]
    const judgement = judgeFact({
      metric: 'nets_drawn_at_their_root_mean_square_error',
      value: roots,
      unit: 'nets',
      holds: roots === errors.length,
      comparison: 'comparison with the residuals of nets with first weights, in float64',
      finding:
        `Of ${errors.length} nets ${roots} are drawn at their root mean square error. The printed ${text} is one of ` +
        `${asSquare.toFixed(1)} in the unit of the function; as labelled it is ${asRoot.toFixed(1)}.`,
      context: [
        exactEvidence('printed_error_as_labelled_in_the_unit_of_the_function', asRoot),
        exactEvidence('printed_error_by_its_root_in_the_unit_of_the_function', asSquare),
      ],
    })
    return provided(
      errors.every(({ evaluation, meanSquare }) => isSameError(evaluation, meanSquare)),
      'The evaluation is not the mean of the squared residuals.',
      judgement,
    )
  },
  twin: { drawn: 'its root' },
})
