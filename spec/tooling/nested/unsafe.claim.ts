import { claim } from '../../../src/claims/claim.ts'
import { share } from '../../../src/claims/error-budget.ts'
import { known } from './known.ts'

claim({
  ...known,
  part: 'unsafe',
  judge: (values, configuration) => ({ ...known.judge(values, configuration), lost: share }),
})
