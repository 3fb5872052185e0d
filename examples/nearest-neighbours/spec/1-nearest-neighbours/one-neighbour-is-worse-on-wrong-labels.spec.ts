// The homework concludes from it that one neighbour "is the best choice". With a fifth of the labels wrong, fifteen are.

import * as Plot from '@observablehq/plot'
import { claim } from '../../../../src/claims/claim.ts'
import { meanEvidence } from '../../../../src/claims/evidence.ts'
import { judgeOrdering } from '../../../../src/claims/judges/ordering.ts'
import { draw } from '../../../../src/report/draw.ts'
import { assignment, compareNeighbours } from '../../experiment.ts'

claim({
  id: 'P1.2',
  reading: 'as-assigned',
  part: 'test accuracy',
  kind: 'ordering',
  scope: 'the method',
  statement: 'One neighbour classifies more test points rightly than fifteen',
  source: 'Problem 1, question 2',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation: 'One neighbour repeats each wrong label around it; of fifteen, three are wrong and are outvoted.',
  configuration: assignment,
  experiment: compareNeighbours,
  judge: ({ test, testOfRival }) =>
    judgeOrdering({
      metric: 'one_minus_fifteen_neighbours_test_accuracy',
      values: test.map((accuracy, board) => accuracy - testOfRival[board]!),
      claimed: { above: 0 },
      // Half a point in a hundred: less would change nobody's choice.
      smallestEffect: 0.005,
      units: 'boards',
      context: [meanEvidence('one_neighbour_test_accuracy', test)],
    }),
  // Without wrong labels fifteen neighbours only blur the edges of the squares.
  twin: { flipped: 0 },
  figures: ({ test, testOfRival }) => [
    draw({
      name: 'accuracies',
      caption: 'On nearly every board fifteen neighbours are right on more test points than one.',
      x: { label: 'accuracy of one neighbour' },
      y: { label: 'accuracy of fifteen neighbours' },
      marks: [
        Plot.link([0.6], { x1: 0.6, y1: 0.6, x2: 1, y2: 1, strokeDasharray: '4 4' }),
        Plot.dot(test, { x: test, y: testOfRival, r: 2 }),
      ],
    }),
  ],
})
