// "Did batch normalization for input layer improve performance?" (Problem 3, question 3): what it learns there.

import { claim } from '../../src/claims/claim.ts'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { judgeFact } from '../../src/claims/judges/exact.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { genuineMnist } from '../../src/experiments/lenet/comparison.ts'
import { pixelStatistics } from '../../src/experiments/lenet/examples.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { violins } from '../../src/experiments/lenet/normalisation-figure.ts'
import { learnNormalisations, normalisationEvidence } from '../../src/experiments/lenet/normalisation-parameters.ts'

/**
 * As a share of either number. Of the first variance, 1, momentum 0.99 leaves 0.0024 after 600 steps, which makes the
 * deviation 1.1 % too large; the drawn images and batches move the mean by 0.4 % and the deviation by 0.2 % (one
 * standard error). Nothing that a net sees changes much by the twentieth part of a deviation.
 */
const largestDifference = 0.05
const arm = assigned.inputBatchNormalisation

claim({
  id: 'P3.3',
  reading: 'as-assigned',
  part: 'learned parameters of the input',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'BatchNorm at the input learns the mean and the deviation that standardising uses, within 5 %',
  source: 'Problem 3, question 3: the assignment',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'The input has one channel, so batch normalisation keeps one mean and one variance for all pixels, as the assignment’s ' +
    'standardising does: by these it can be no better. Its γ and β add a scale and a shift, which the weights of C1 can ' +
    'express as well, but for the padded border. With Dropout before it the variance is larger than that of the test ' +
    'images, of which nothing is dropped.',
  configuration: { quick: { ...assignment.quick, arm }, full: { ...assignment.full, arm } },
  experiment: async (net, laboratory) => ({
    normalisations: await learnNormalisations(net, laboratory),
    pixels: pixelStatistics((await genuineMnist(laboratory)).train),
  }),
  judge: ({ normalisations, pixels }) => {
    const { movingMean, movingVariance } = normalisations[0]!
    const [mean, deviation] = [movingMean[0]!, Math.sqrt(movingVariance[0]!)]
    // The net takes pixels of 0 to 1.
    const [meanOfPixels, deviationOfPixels] = [pixels.mean / 255, pixels.standardDeviation / 255]
    const differences = [mean / meanOfPixels - 1, deviation / deviationOfPixels - 1].map(Math.abs)
    const standardising = [
      exactEvidence('mean_of_the_training_pixels', meanOfPixels),
      exactEvidence('standard_deviation_of_the_training_pixels', deviationOfPixels),
    ]
    return judgeFact({
      metric: 'largest_relative_difference_from_standardising',
      value: Math.max(...differences),
      holds: differences.every((difference) => difference <= largestDifference),
      comparison: `comparison of the learned mean and deviation with those of the training set, within ${largestDifference}`,
      finding:
        `The learned mean is ${mean.toFixed(4)} and that of the training set ${meanOfPixels.toFixed(4)}; the learned ` +
        `deviation is ${deviation.toFixed(4)} and that of the training set ${deviationOfPixels.toFixed(4)}.`,
      context: [...standardising, ...normalisationEvidence(normalisations)],
    })
  },
  // Dropout comes before this input's batch normalisation, and scales what it keeps.
  twin: { arm: assigned.both },
  figures: ({ normalisations }, { finding }) => [violins(normalisations, finding)],
})
