import type { Mistake } from '../mistake.ts'

/** In Problem 3. */
export const lenetMistakes: readonly Mistake[] = [
  {
    name: 'Pixels standardised by the statistics of the test set',
    edits: [
      {
        file: 'experiments/lenet/experiment.ts',
        right: 'const statistics = pixelStatistics(mnist.train)',
        wrong: 'const statistics = pixelStatistics(mnist.test)',
      },
    ],
    seenBy: ['tooling/lenet-training'],
  },
  {
    name: 'Test images standardised by statistics of their own',
    edits: [
      {
        file: 'experiments/lenet/experiment.ts',
        right: 'examplesOf(mnist.test, scaling, statistics)',
        wrong: 'examplesOf(mnist.test, scaling, pixelStatistics(mnist.test))',
      },
    ],
    seenBy: ['tooling/lenet-training'],
  },
  {
    name: 'Trained on the test images',
    edits: [
      {
        file: 'experiments/lenet/experiment.ts',
        right: 'trainingDigits(trainingImages, seed, mnist)',
        wrong: 'trainingDigits(trainingImages, seed, { ...mnist, train: mnist.test })',
      },
    ],
    seenBy: ['tooling/lenet-training'],
  },
  {
    name: 'Validated on images that the net is trained on',
    edits: [
      {
        file: 'experiments/lenet/experiment.ts',
        right: 'firstExamples(tests, validationImages)',
        wrong: 'firstExamples(examples, validationImages)',
      },
    ],
    seenBy: ['tooling/lenet-training'],
  },
  {
    name: 'Pixels of 0 to 255 that are not divided',
    edits: [{ file: 'experiments/lenet/examples.ts', right: 'standardDeviation: 255', wrong: 'standardDeviation: 1' }],
    seenBy: ['tooling/lenet-examples', 'tooling/lenet-training'],
  },
  {
    name: 'One-hot targets that are one class off',
    edits: [
      {
        file: 'experiments/lenet/examples.ts',
        right: 'index * classes + label',
        wrong: 'index * classes + ((label + 1) % classes)',
      },
    ],
    seenBy: ['tooling/lenet-examples', '3-lenet/batch-normalisation-reaches-nine-tenths-in-5-epochs'],
  },
  {
    name: 'Max pooling for average pooling',
    edits: [{ file: 'layers/average-pooling.ts', right: 'tf.avgPool', wrong: 'tf.maxPool' }],
    seenBy: ['tooling/keras-layers', 'tooling/keras-lenet'],
  },
]
