import { claim } from '../../../src/claims/claim.ts'
import { known } from './known.ts'

claim({ ...known, part: 'flipped', pinned: { quick: 'refuted', full: 'refuted' }, twin: { mean: 1.5 } })
