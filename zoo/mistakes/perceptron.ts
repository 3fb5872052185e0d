import type { Mistake } from '../mistake.ts'

/** In Problem 1. */
export const perceptronMistakes: readonly Mistake[] = [
  {
    name: 'Labels of 0 and 1, while predictions are −1 and +1',
    edits: [{ file: 'experiments/perceptron/data.ts', right: "labels === 'zero-one' ? 0 : -1", wrong: '0' }],
    seenBy: [
      '1-perceptron/the-perceptron-reaches-a-high-accuracy',
      '1-perceptron/the-perceptron-turns-towards-the-separator',
    ],
  },
  {
    name: 'Hinge loss without its margin of 1',
    edits: [{ file: 'experiments/perceptron/criterion.ts', right: 'hinge: 1', wrong: 'hinge: 0' }],
    seenBy: ['1-perceptron/hinge-is-less-accurate-after-100-epochs', '1-perceptron/hinge-does-not-converge-faster'],
  },
  {
    name: 'An epoch too few',
    edits: [{ file: 'experiments/perceptron/train-on-engine.ts', right: 'epoch <= epochs', wrong: 'epoch < epochs' }],
    seenBy: ['tooling/perceptron-on-the-engine'],
  },
  {
    name: 'A point on the boundary counts as right, so that weights of 0 never move',
    edits: [{ file: 'experiments/perceptron/criterion.ts', right: 'margin < a || margin <= 0', wrong: 'margin < a' }],
    seenBy: ['gradients/perceptron-step'],
  },
  {
    name: 'The accuracy on the training points reported as that of the test',
    edits: [
      {
        file: 'experiments/perceptron/measures.ts',
        right: 'accuracy(weights(run), tests, pairOf(run))',
        wrong: 'accuracy(weights(run), sets, run)',
      },
    ],
    seenBy: ['1-perceptron/hinge-overfits-less-after-10000-epochs'],
  },
  {
    name: 'Test points from the random numbers of the training points',
    edits: [{ file: 'experiments/perceptron/data.ts', right: "'test points'", wrong: "'training points'" }],
    seenBy: ['tooling/perceptron-draws'],
  },
  {
    name: 'An angle in radians for one in degrees',
    edits: [{ file: 'experiments/perceptron/geometry.ts', right: ' * 180) / Math.PI', wrong: ')' }],
    seenBy: ['1-perceptron/the-perceptron-turns-towards-the-separator', 'tooling/perceptron-geometry'],
  },
]
