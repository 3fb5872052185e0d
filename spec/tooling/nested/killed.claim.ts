import { beforeAll } from 'vitest'
import { claim } from '../../../src/claims/claim.ts'
import { known } from './known.ts'

// As an engine that crashes, or a person who has had enough of it.
beforeAll(() => process.kill(process.pid, 'SIGKILL'))

claim({ ...known, part: 'killed' })
