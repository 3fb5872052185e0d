import { claim } from '../../../src/claims/claim.ts'
import { exactEvidence } from '../../../src/claims/evidence.ts'
import { known } from './known.ts'

const seconds = exactEvidence('seconds_a_step', 0.02, 's')

claim({
  ...known,
  part: 'times alone',
  judge: (values, configuration) => ({ ...known.judge(values, configuration), evidence: [seconds] }),
})

claim({
  ...known,
  part: 'a time beside a mean',
  judge: (values, configuration) => {
    const judgement = known.judge(values, configuration)
    return { ...judgement, evidence: [...judgement.evidence, seconds] }
  },
})
