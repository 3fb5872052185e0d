import { expect, test } from 'vitest'
import { announceProgress } from '../../src/training/announce-progress.ts'

const progress = { epoch: 1, epochs: 5, share: 0.25, seconds: 31, secondsLeft: 93 }

test('a long training says every half minute how far it is, a short one says nothing', () => {
  const lines: string[] = []
  const listen = announceProgress('lenet dropout', (line) => lines.push(line))
  listen({ ...progress, seconds: 29 })
  listen(progress)
  listen({ ...progress, seconds: 45 })
  listen({ ...progress, epoch: 3, share: 0.8, seconds: 500, secondsLeft: 125 })
  listen({ ...progress, epoch: 5, share: 1, seconds: 625, secondsLeft: 0 })
  expect(lines).toEqual([
    'lenet dropout: epoch 2 of 5, 25 % done, about 93 s left',
    'lenet dropout: epoch 4 of 5, 80 % done, about 3 min left',
  ])
})
