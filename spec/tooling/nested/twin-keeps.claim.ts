import { claim } from '../../../src/claims/claim.ts'
import { known } from './known.ts'

claim({ ...known, part: 'twin keeps', twin: { mean: 2 } })
