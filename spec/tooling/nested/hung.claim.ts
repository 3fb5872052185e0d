import { claim } from '../../../src/claims/claim.ts'
import { known } from './known.ts'

claim({
  ...known,
  part: 'hung',
  experiment: () => {
    // As an engine that never returns from a synchronous call.
    for (;;);
  },
})
