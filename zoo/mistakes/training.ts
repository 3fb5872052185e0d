import type { Mistake } from '../mistake.ts'

/** In what all problems train by. */
export const trainingMistakes: readonly Mistake[] = [
  {
    name: 'He-normal kernels as tfjs makes them, truncated and not widened',
    edits: [
      {
        file: 'layers/truncated-normal.ts',
        right: 'standardDeviation / truncatedDeviation',
        wrong: 'standardDeviation',
      },
    ],
    seenBy: ['tooling/layer-initialisers', 'tooling/dying-relu-draws'],
  },
  {
    name: 'Glorot-normal kernels, the default of tfjs, for Glorot-uniform ones, that of Keras',
    edits: [
      {
        file: 'layers/glorot-uniform.ts',
        right: 'stream.fillUniform(new Float32Array(sizeOf(shape)), -limit, limit)',
        wrong: 'stream.fillNormal(new Float32Array(sizeOf(shape)), 0, limit / Math.sqrt(3))',
      },
    ],
    seenBy: ['tooling/layer-initialisers', 'tooling/dying-relu-draws'],
  },
  {
    name: 'Nesterov that looks ahead without the gradient',
    edits: [
      {
        file: 'backend/kernels/momentum-descent.ts',
        right: 'round(round(v[i]! * rest) - round(g[i]! * rate))',
        wrong: 'round(v[i]! * rest)',
      },
      { file: 'training/sgd.ts', right: 'tf.sub(tf.mul(moved, momentum), descent)', wrong: 'tf.mul(moved, momentum)' },
    ],
    seenBy: ['tooling/keras-sgd', 'gradients/steps-of-descent'],
  },
  {
    name: 'Plain momentum for Nesterov’s',
    edits: [
      {
        file: 'backend/kernels/momentum-descent.ts',
        right: 'if (nesterov) lookAhead',
        wrong: 'if (!nesterov) lookAhead',
      },
    ],
    seenBy: ['gradients/kernel-momentum-descent', 'gradients/steps-of-descent'],
  },
  {
    name: 'Examples that are never shuffled',
    edits: [
      {
        file: 'training/train-draws.ts',
        right: "stream.stream('order', epoch).permutation(count)",
        wrong: 'Int32Array.from({ length: count }, (_, place) => place + 0 * epoch)',
      },
    ],
    seenBy: ['tooling/training-draws'],
  },
  {
    name: 'Examples that are shuffled once for all epochs',
    edits: [
      {
        file: 'training/train-draws.ts',
        right: "order: (epoch, count) => stream.stream('order', epoch)",
        wrong: "order: (_, count) => stream.stream('order', 0)",
      },
    ],
    seenBy: ['tooling/training-draws'],
  },
  {
    name: 'A loss that is summed over the batch',
    edits: [{ file: 'training/loss.ts', right: 'batch * units)', wrong: 'units)' }],
    seenBy: ['tooling/keras-losses', 'gradients/gradient-of-losses'],
  },
  {
    name: 'The plain mean over batches, of which the last is smaller',
    edits: [
      { file: 'training/metrics.ts', right: 'this.#examples += examples', wrong: 'this.#examples += 1' },
      { file: 'training/metrics.ts', right: 'tf.mul(loss, examples)', wrong: 'tf.clone(loss)' },
      { file: 'training/metrics.ts', right: 'tf.clone(correct)', wrong: 'tf.div(correct, examples)' },
    ],
    seenBy: ['tooling/training-epoch', 'tooling/training-evaluate'],
  },
  {
    name: 'Softmax twice: in the net and in the loss',
    edits: [{ file: 'training/loss.ts', right: 'tf.logSoftmax(logits)', wrong: 'tf.logSoftmax(tf.softmax(logits))' }],
    seenBy: ['tooling/keras-losses', 'gradients/gradient-of-losses'],
  },
  {
    name: 'Argmax over the batch in place of the classes',
    edits: [
      {
        file: 'training/metrics.ts',
        right: 'tf.argMax(outputs, -1), tf.argMax(targets, -1)',
        wrong: 'tf.argMax(outputs, -2), tf.argMax(targets, -2)',
      },
    ],
    seenBy: ['tooling/training-epoch'],
  },
  {
    name: 'Dropout that goes on in evaluation',
    edits: [
      { file: 'training/network-pass.ts', right: 'import type * as tf from', wrong: 'import * as tf from' },
      {
        file: 'training/network-pass.ts',
        right: 'return { output: x }',
        wrong: 'return { output: tf.dropout(x, layer.rate) }',
      },
    ],
    seenBy: ['tooling/training-evaluate', 'tooling/lenet-training'],
  },
  {
    name: 'Dropout that does not scale what it keeps',
    edits: [{ file: 'layers/dropout.ts', right: 'Float32Array.of(1 / (1 - rate))', wrong: 'Float32Array.of(1)' }],
    seenBy: ['tooling/layer-dropout'],
  },
  {
    name: 'The rate of dropout taken for the probability to keep',
    edits: [
      { file: 'layers/dropout.ts', right: 'Math.round(rate * 2 ** 32)', wrong: 'Math.round((1 - rate) * 2 ** 32)' },
    ],
    seenBy: ['tooling/layer-dropout'],
  },
  {
    name: 'Dropout with one mask for all steps, as a seeded layer of tfjs has it',
    edits: [
      {
        file: 'training/train-draws.ts',
        right: "masks.get(layer) ?? stream.stream('mask', layer)",
        wrong: "stream.stream('mask', layer)",
      },
    ],
    seenBy: ['tooling/training-draws'],
  },
  {
    name: 'BatchNorm by the batch’s own statistics in evaluation',
    edits: [
      {
        file: 'training/network-pass.ts',
        right: 'output: normaliseInEvaluation(x, parameters as NormalisationParameters, options)',
        wrong: 'output: normaliseInTraining(x, parameters as NormalisationParameters, options).output',
      },
    ],
    seenBy: ['tooling/lenet-training'],
  },
  {
    name: 'BatchNorm whose momentum is the share that is taken in, not the one that is left',
    edits: [
      {
        file: 'layers/batch-normalisation.ts',
        right: 'tf.add(tf.mul(statistic, momentum), tf.mul(ofBatch, 1 - momentum))',
        wrong: 'tf.add(tf.mul(statistic, 1 - momentum), tf.mul(ofBatch, momentum))',
      },
    ],
    seenBy: ['tooling/keras-batch-normalisation'],
  },
  {
    name: 'BatchNorm whose moving statistics never move',
    edits: [
      {
        file: 'layers/batch-normalisation.ts',
        right: 'tf.add(tf.mul(statistic, momentum), tf.mul(ofBatch, 1 - momentum))',
        wrong: 'tf.add(statistic, tf.mul(ofBatch, 0))',
      },
    ],
    seenBy: ['tooling/keras-batch-normalisation', '3-lenet/batch-normalisation-reaches-nine-tenths-in-5-epochs'],
  },
]
