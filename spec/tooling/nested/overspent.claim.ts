import { claim } from '../../../src/claims/claim.ts'
import { share } from '../../../src/claims/error-budget.ts'
import { known } from './known.ts'

// Each of them spends no more than one claim may, and all of them together more than the suite may.
for (let number = 100; number < 230; number++) {
  claim({
    ...known,
    part: `number ${number}`,
    judge: (values, configuration) => ({ ...known.judge(values, configuration), alpha: share, lost: 0 }),
  })
}
