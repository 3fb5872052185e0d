import { claim } from '../../../src/claims/claim.ts'
import { known } from './known.ts'

claim({ ...known, part: 'diverged', experiment: () => Float64Array.from({ length: 200 }, () => Number.NaN) })
