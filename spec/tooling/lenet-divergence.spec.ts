import { expect, test } from 'vitest'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import { undecidedImages } from '../../src/experiments/lenet/comparison.ts'
import type { TrainedLenet } from '../../src/experiments/lenet/experiment.ts'
import { glyphs, timeout, trainSmall } from './lenet/small-lenet.ts'

const normalised = { variant: 'batch normalisation', repetition: 0 } as const
const dropped = { variant: 'dropout', repetition: 0 } as const
/** The first step overflows float32. */
const rate = 3e38

const judge = (better: TrainedLenet, worse: TrainedLenet) =>
  judgePairedOutcomes({
    metric: 'a_difference',
    more: better.right,
    fewer: worse.right,
    diverged: undecidedImages({ better, worse }),
    items: 'test images',
    outcome: 'classified rightly',
    smallestEffect: 0.005,
  })

test('a net that diverges is right on no image, has no loss, and decides nothing', { timeout }, async () => {
  const [sound, diverged] = [await trainSmall(normalised, 'a seed'), await trainSmall(dropped, 'a seed', rate)]
  expect(diverged.right).toEqual(Array(glyphs.test.count).fill(false))
  expect(new Set(diverged.losses)).toEqual(new Set([Number.NaN]))
  for (const judgement of [judge(sound, diverged), judge(diverged, sound), judge(diverged, diverged)]) {
    expect(judgement.verdict).toBe('inconclusive')
    expect(judgement.evidence[0]!.diverged).toBe(glyphs.test.count)
  }
})

test('with batch normalisation it is no different', { timeout }, async () => {
  const [sound, diverged] = [await trainSmall(dropped, 'a seed'), await trainSmall(normalised, 'a seed', rate)]
  expect(undecidedImages({ better: sound, worse: sound })).not.toContain(true)
  expect(undecidedImages({ better: sound, worse: diverged })).not.toContain(false)
})
