// The notebook prints "Accuracy: 0.505" for hinge loss (Problem 1, question 2).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import golden from '../../fixtures/perceptron-replay/golden.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { provided } from '../../src/claims/judgement.ts'
import { judgeExact } from '../../src/claims/judges/exact.ts'
import {
  notebook,
  replay,
  replayDraws,
  type SubmittedConfiguration,
} from '../../src/experiments/perceptron/submitted.ts'

const { text, value } = printed['P1.2'].accuracy
const configuration: SubmittedConfiguration = { ...notebook, criterion: 'hinge', draw: 2 }

claim({
  id: 'P1.2',
  reading: 'as-submitted',
  part: 'accuracy',
  kind: 'exact',
  scope: null,
  statement: 'A replay of the notebook from NumPy seed 3 prints the hinge accuracy 0.505',
  source: 'Problem 1, question 2: the printed accuracy',
  reported: { text, value },
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'Run from top to bottom the cells print 0.538 again, the share of the positive class. Each further run of the cell ' +
    'draws new first weights; 9 of the first 10,000 draws print 0.505, the first of them the 117th. So the number is ' +
    'possible, but comes from a state of the kernel that the notebook does not show, and measures no hinge loss.',
  configuration: { quick: configuration, full: configuration },
  experiment: (chosen: SubmittedConfiguration) => ({ ...replay(chosen), accuracies: replayDraws(chosen, 10_000) }),
  judge: ({ accuracy, accuracies, start }) => {
    const matches = Array.from(accuracies.keys()).filter((index) => accuracies[index]!.toFixed(3) === text)
    const faithful = String(matches.map((index) => index + 1)) === String(golden.draws.drawsAt0505)
    const judgement = judgeExact({
      metric: 'submitted_hinge_test_accuracy',
      value: accuracy,
      printed: text,
      context: [
        exactEvidence('draws_of_10000_that_print_the_reported_accuracy', matches.length),
        exactEvidence('first_draw_that_prints_the_reported_accuracy', matches[0]! + 1),
        exactEvidence('first_weight_at_the_start', start[0]),
        exactEvidence('second_weight_at_the_start', start[1]),
      ],
    })
    return provided(faithful, 'The draws that print the number are not the ones that NumPy finds.', judgement)
  },
  // The first draw that NumPy itself found to print it.
  twin: { draw: golden.draws.drawsAt0505[0]! },
})
