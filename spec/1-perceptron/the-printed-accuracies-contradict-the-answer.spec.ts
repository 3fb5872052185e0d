// "You obtain better accuracy with the hinge-loss" (Problem 1, question 3), after printing 0.538 and then 0.505.

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeFact } from '../../src/claims/judges/exact.ts'

const accuracies = { perceptron: printed['P1.1'].accuracy, hinge: printed['P1.2'].accuracy }
const configuration: { arms: (keyof typeof accuracies)[] } = { arms: ['hinge', 'perceptron'] }

claim({
  id: 'P1.3',
  reading: 'as-submitted',
  part: 'accuracy',
  kind: 'exact',
  scope: null,
  statement: 'The printed accuracy of hinge loss exceeds the printed accuracy of the perceptron',
  source: 'Problem 1, question 3: the written answer',
  reported: { text: accuracies.hinge.text, value: accuracies.hinge.value },
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'The answer contradicts the two numbers printed above it. Neither number measures what it is taken for, and the two ' +
    'trainings behind them are one and the same.',
  configuration: { quick: configuration, full: configuration },
  experiment: ({ arms }) => arms.map((arm) => accuracies[arm]),
  judge: ([better, worse]) =>
    judgeFact({
      metric: 'difference_of_the_printed_accuracies',
      value: better!.value - worse!.value,
      holds: better!.value > worse!.value,
      comparison: 'comparison of two printed numbers',
      finding: `Printed are ${better!.text} and, for the rival, ${worse!.text}.`,
    }),
  twin: { arms: ['perceptron', 'hinge'] },
})
