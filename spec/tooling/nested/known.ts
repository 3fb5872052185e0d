import type { Claim } from '../../../src/claims/claim.ts'
import { judgeOrdering } from '../../../src/claims/judges/ordering.ts'
import { randomStream } from '../../../src/random/stream.ts'

/** A claim whose truth is known: noise about a mean, said to lie above zero. */
export const known: Claim<{ mean: number; runs: number }, Float64Array> = {
  id: 'P1.1',
  reading: 'as-assigned',
  part: 'known truth',
  kind: 'ordering',
  scope: 'the method',
  statement: 'The mean lies above zero',
  source: 'this file',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation: 'It is drawn so.',
  configuration: { quick: { mean: 1, runs: 200 }, full: { mean: 1, runs: 200 } },
  experiment: ({ mean, runs }) => randomStream('nested', 'known').fillNormal(new Float64Array(runs), mean),
  judge: (values) => judgeOrdering({ metric: 'mean', values, claimed: { above: 0 }, smallestEffect: 0.5 }),
  twin: { mean: 0 },
}
