import { claim } from '../../../src/claims/claim.ts'
import { known } from './known.ts'

const { source: _, ...rest } = known
claim({ ...rest, part: 'missing key' } as unknown as typeof known)
