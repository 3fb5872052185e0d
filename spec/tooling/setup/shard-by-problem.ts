import { relative, sep } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Cuts the suite into the shards of `--shard` problem by problem. The specs of one problem share what they train, and
 * machines share no run store: Vitest's own cut would have each of them train nearly everything.
 */
export class ShardByProblem extends BaseSequencer {
  override async shard(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const { root, shard } = this.ctx.config
    const shards = shardsByProblem(
      specifications,
      ({ moduleId }) => relative(root, moduleId).split(sep).join('/'),
      shard!.count,
    )
    return shards[shard!.index - 1]!
  }
}

/**
 * Deals spec files out, those of a problem together and every other one alone. The largest groups go first, each to the
 * shard that has the fewest files so far. The order of the specs makes no difference, so all machines agree.
 *
 * @param pathOf - relative to the project, with forward slashes
 * @param count - of shards, of which more than there are groups stay empty
 */
export function shardsByProblem<T>(specs: readonly T[], pathOf: (spec: T) => string, count: number): T[][] {
  const groups = new Map<string, T[]>()
  for (const spec of [...specs].sort((a, b) => order(pathOf(a), pathOf(b)))) {
    const path = pathOf(spec)
    const name = /^spec\/[1-4]-[^/]+\//.exec(path)?.[0] ?? path
    groups.set(name, [...(groups.get(name) ?? []), spec])
  }
  const shards: T[][] = Array.from({ length: count }, () => [])
  for (const group of [...groups.values()].sort((a, b) => b.length - a.length)) {
    shards.reduce((least, shard) => (shard.length < least.length ? shard : least)).push(...group)
  }
  return shards
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
