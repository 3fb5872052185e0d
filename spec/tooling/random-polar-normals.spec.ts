import { expect, test } from 'vitest'
import { PolarNormals } from '../../src/random/polar-normals.ts'

/** Normal values from the uniform ones that are given, in their order. */
function normalsFrom(uniforms: readonly number[]): PolarNormals {
  const source = uniforms.values()
  return new PolarNormals(() => source.next().value!)
}

test.each([
  ['on the unit circle', [0, 0.5]],
  ['at its centre', [0.5, 0.5]],
])('a point %s is drawn again', (_, refused) => {
  const inside = [0.4, 0.3]
  const [again, alone] = [normalsFrom([...refused, ...inside]), normalsFrom(inside)]
  expect([again.next(), again.next()]).toEqual([alone.next(), alone.next()])
})
