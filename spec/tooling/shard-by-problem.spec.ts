import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shardsByProblem } from './setup/shard-by-problem.ts'

const problems = ['1-perceptron', '2-dying-relu', '3-lenet', '4-eggholder', 'tooling']
const suite = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...problems), fc.nat(60)).map(([folder, index]) => `spec/${folder}/${index}.spec.ts`),
)
const shards = (files: readonly string[], count: number) => shardsByProblem(files, (file) => file, count)

test('shards hold every spec file once, in whatever order the files come, and none is empty', () => {
  const property = fc.property(suite, fc.integer({ min: 1, max: 6 }), (files, count) => {
    const dealt = shards(files, count)
    expect(dealt).toHaveLength(count)
    expect(dealt.flat().sort()).toEqual([...files].sort())
    expect(shards([...files].reverse(), count)).toEqual(dealt)
    if (files.length >= count) expect(dealt).not.toContainEqual([])
  })
  fc.assert(property, { seed: 9, numRuns: 200 })
})

test('the specs of a problem are in one shard, since they share what they train', () => {
  const property = fc.property(suite, fc.integer({ min: 1, max: 4 }), (files, count) => {
    const all = [...files, ...problems.map((folder) => `spec/${folder}/one-at-least.spec.ts`)]
    for (const problem of problems.slice(0, 4)) {
      expect(shards(all, count).filter((shard) => shard.some((file) => file.includes(problem)))).toHaveLength(1)
    }
  })
  fc.assert(property, { seed: 9, numRuns: 200 })
})

test('a problem is cut in halves where there are more shards than problems', () => {
  const files = [1, 2, 3, 4, 5].map((index) => `spec/1-perceptron/${index}.spec.ts`)
  expect(shards(files, 3)).toEqual([files.slice(0, 2), files.slice(3), files.slice(2, 3)])
})

test('the machinery fills up the shards that have less of the problems', () => {
  const files = ['3-lenet', '3-lenet', '3-lenet', '1-perceptron', 'tooling', 'tooling'].map(
    (folder, index) => `spec/${folder}/${index}.spec.ts`,
  )
  expect(shards(files, 2)).toEqual([files.slice(0, 3), files.slice(3)])
})
