import { expect, test } from 'vitest'
import { fisherYates } from '../../src/random/fisher-yates.ts'

test('a shuffle makes one draw for each place, from the last down to the second', () => {
  const bounds: number[] = []
  const values = ['a', 'b', 'c', 'd']
  fisherYates(values, (bound) => {
    bounds.push(bound)
    return 0
  })
  expect(bounds).toEqual([4, 3, 2])
  expect(values).toEqual(['b', 'c', 'd', 'a'])
})
