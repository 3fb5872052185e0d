import { expect, test } from 'vitest'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import type { Answers } from '../../src/experiments/lenet/answers.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { undecidedImages } from '../../src/experiments/lenet/comparison.ts'
import type { Arm } from '../../src/experiments/lenet/experiment.ts'
import { glyphs, timeout, trainSmall } from './lenet/small-lenet.ts'

const { batchNormalisation: normalised, dropout: dropped } = assigned
/** The first step overflows float32. */
const rate = 3e38

const answersOf = async (arm: Arm, learningRate?: number) => (await trainSmall(arm, 'a seed', learningRate)).test

const judge = (better: Answers, worse: Answers) =>
  judgePairedOutcomes({
    metric: 'a_difference',
    more: better.right,
    fewer: worse.right,
    diverged: undecidedImages(better, worse),
    arms: ['one net', 'another'],
    items: 'test images',
    outcome: 'classified rightly',
    smallestEffect: 0.005,
  })

test('a net that diverges is right on no image, has no loss, and decides nothing', { timeout }, async () => {
  const [sound, diverged] = [await answersOf(normalised), await answersOf(dropped, rate)]
  expect(diverged.right).toEqual(Array(glyphs.test.count).fill(false))
  expect(new Set(diverged.losses)).toEqual(new Set([Number.NaN]))
  for (const judgement of [judge(sound, diverged), judge(diverged, sound), judge(diverged, diverged)]) {
    expect(judgement.verdict).toBe('inconclusive')
    expect(judgement.evidence[0]!.diverged).toBe(glyphs.test.count)
  }
})

test('with batch normalisation it is no different', { timeout }, async () => {
  const [sound, diverged] = [await answersOf(dropped), await answersOf(normalised, rate)]
  expect(undecidedImages(sound, sound)).not.toContain(true)
  expect(undecidedImages(sound, diverged)).not.toContain(false)
})
