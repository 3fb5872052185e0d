import { claim } from '../../../src/claims/claim.ts'
import { known } from './known.ts'

claim({ ...known, part: 'lost', configuration: { quick: { mean: 0.2, runs: 30 }, full: { mean: 0.2, runs: 30 } } })
