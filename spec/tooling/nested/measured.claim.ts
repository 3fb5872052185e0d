import { claim } from '../../../src/claims/claim.ts'
import { exactEvidence } from '../../../src/claims/evidence.ts'
import { known } from './known.ts'

/** What the claim measures, as the process that runs it is told: { mean: 0.5 }. */
const measured: Record<string, number> = JSON.parse(process.env.MEASURED ?? '{}')

claim({
  ...known,
  part: 'measured',
  judge: (values, configuration) => ({
    ...known.judge(values, configuration),
    evidence: Object.entries(measured).map(([metric, value]) => exactEvidence(metric, value)),
  }),
})
