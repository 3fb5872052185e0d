import type { Mistake } from '../mistake.ts'

/** In Problem 4. */
export const eggholderMistakes: readonly Mistake[] = [
  {
    name: 'Mean square error for its root',
    edits: [
      {
        file: 'experiments/eggholder/errors.ts',
        right: 'return Math.sqrt(testErrors.at(-1)!)',
        wrong: 'return testErrors.at(-1)!',
      },
    ],
    seenBy: ['tooling/eggholder-training'],
  },
  {
    name: 'An error in standard deviations reported in the unit of the function',
    edits: [
      { file: 'experiments/eggholder/errors.ts', right: 'testRmse(net) * net.targetDeviation', wrong: 'testRmse(net)' },
    ],
    seenBy: ['tooling/eggholder-training'],
  },
  {
    name: 'The error after an epoch read from the place behind it',
    edits: [{ file: 'experiments/eggholder/errors.ts', right: '[epoch - 1]', wrong: '[epoch]' }],
    seenBy: ['tooling/eggholder-training'],
  },
  {
    name: 'The best epoch chosen by the test error',
    edits: [
      {
        file: 'experiments/eggholder/errors.ts',
        right: 'return Math.sqrt(testErrors.at(-1)!)',
        wrong: 'return Math.sqrt(Math.min(...testErrors))',
      },
    ],
    seenBy: ['tooling/eggholder-training'],
  },
  {
    name: 'A gap between the test error and the loss while training',
    edits: [
      {
        file: 'experiments/eggholder/errors.ts',
        right: 'testRmse(net) - trainingRmse(net)',
        wrong: 'testRmse(net) - Math.sqrt(net.trainingLosses.at(-1)!)',
      },
    ],
    seenBy: ['tooling/eggholder-training'],
  },
  {
    name: 'Test points scaled by a scaler of their own',
    edits: [
      {
        file: 'experiments/eggholder/scaled-split.ts',
        right: 'standardised(points.inputs, inputs)',
        wrong: 'standardised(points.inputs, fitScaling(points).inputs)',
      },
      {
        file: 'experiments/eggholder/scaled-split.ts',
        right: 'standardised(points.targets, targets)',
        wrong: 'standardised(points.targets, fitScaling(points).targets)',
      },
    ],
    seenBy: ['tooling/eggholder-scaling', 'tooling/eggholder-data'],
  },
  {
    name: 'A scaler that is fitted to the test points too',
    edits: [
      {
        file: 'experiments/eggholder/scaled-split.ts',
        right: 'fitScaling(train)',
        wrong:
          'fitScaling({ inputs: Float64Array.from([...train.inputs, ...test.inputs]), ' +
          'targets: Float64Array.from([...train.targets, ...test.targets]) })',
      },
    ],
    seenBy: ['tooling/eggholder-scaling', 'tooling/eggholder-data'],
  },
  {
    name: 'ReLU on the output of a net for values of either sign',
    edits: [
      {
        file: 'experiments/eggholder/networks.ts',
        right: "{ kind: 'dense', units: 1 }",
        wrong: "{ kind: 'dense', units: 1, activation: 'relu' }",
      },
    ],
    seenBy: ['tooling/eggholder-networks'],
  },
  {
    name: 'Noise of variance 0.3 for noise of standard deviation 0.3',
    edits: [
      {
        file: 'experiments/eggholder/function.ts',
        right: 'noiseDeviation = 0.3',
        wrong: 'noiseDeviation = Math.sqrt(0.3)',
      },
    ],
    seenBy: ['tooling/eggholder-data'],
  },
  {
    name: 'A sign lost in the second root of the Eggholder function',
    edits: [{ file: 'experiments/eggholder/function.ts', right: 'x1 - (x2 + 47)', wrong: 'x1 - x2 + 47' }],
    seenBy: ['tooling/eggholder-function'],
  },
  {
    name: 'Test points that are training points',
    edits: [
      {
        file: 'experiments/eggholder/points.ts',
        right: 'const inputs = stream.fillUniform(',
        wrong: "const inputs = stream.stream('inputs').fillUniform(",
      },
    ],
    seenBy: ['tooling/eggholder-data'],
  },
  {
    name: 'Training points among which the test points are left',
    edits: [
      { file: 'experiments/eggholder/points.ts', right: 'pick(all, order.subarray(test))', wrong: 'pick(all, order)' },
    ],
    seenBy: ['tooling/eggholder-data'],
  },
  {
    name: 'One seed for all repetitions',
    edits: [
      {
        file: 'experiments/eggholder/experiment.ts',
        right: "randomStream(seed, 'eggholder', 'repetition', repetition)",
        wrong: "randomStream(seed, 'eggholder', 'repetition')",
      },
    ],
    seenBy: ['tooling/eggholder-training'],
  },
]
