import { afterAll } from 'vitest'
import { claim } from '../../../src/claims/claim.ts'
import { known } from './known.ts'

claim({ ...known, part: 'fails at the end' })

afterAll(() => {
  throw new Error('outside of every test')
})
