import { claim } from '../../../src/claims/claim.ts'
import { known } from './known.ts'

claim({
  ...known,
  part: 'left out',
  pinned: { quick: { inconclusive: 'Judged at full scale alone.' }, full: 'reproduced' },
  configuration: { ...known.configuration, quick: null },
  experiment: () => {
    throw new Error('a scale without a configuration runs no experiment')
  },
})
