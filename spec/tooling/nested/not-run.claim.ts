import { claim } from '../../../src/claims/claim.ts'
import { NotRun } from '../../../src/claims/not-run.ts'
import { known } from './known.ts'

claim({
  ...known,
  part: 'not run',
  experiment: () => {
    throw new NotRun('the data are absent')
  },
})
