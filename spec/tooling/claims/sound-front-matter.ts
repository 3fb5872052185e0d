import type { FrontMatter } from '../../../src/claims/front-matter.ts'

/** Front matter that is well formed; specs replace what they are about. */
export const soundFrontMatter: FrontMatter = {
  id: 'P1.3',
  reading: 'as-assigned',
  part: 'accuracy',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Hinge loss is better',
  source: 'Problem 1, question 3',
  reported: null,
  pinned: { quick: 'refuted', full: { inconclusive: 'too few seeds' } },
  explanation: 'It is undertrained.',
}
