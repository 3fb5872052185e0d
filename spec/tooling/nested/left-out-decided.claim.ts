import { claim } from '../../../src/claims/claim.ts'
import { known } from './known.ts'

claim({ ...known, part: 'left out, decided', configuration: { ...known.configuration, quick: null } })
