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
 * shard that has the fewest files so far. The order of the specs makes no difference, so all machines agree. Where there
 * are more shards than groups the largest are halved, so that no shard is empty while there are specs enough.
 *
 * @param pathOf - relative to the project, with forward slashes
 * @param count - of shards
 */
export function shardsByProblem<T>(specs: readonly T[], pathOf: (spec: T) => string, count: number): T[][] {
  const shards: T[][] = Array.from({ length: count }, () => [])
  for (const group of halved(groupsOf(specs, pathOf), count)) {
    shards.reduce((least, shard) => (shard.length < least.length ? shard : least)).push(...group)
  }
  return shards
}

function groupsOf<T>(specs: readonly T[], pathOf: (spec: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const spec of [...specs].sort((a, b) => order(pathOf(a), pathOf(b)))) {
    const path = pathOf(spec)
    const name = /^spec\/[1-4]-[^/]+\//.exec(path)?.[0] ?? path
    groups.set(name, [...(groups.get(name) ?? []), spec])
  }
  return [...groups.values()]
}

/** At least so many groups if there are specs enough, the largest first. */
function halved<T>(groups: readonly T[][], count: number): T[][] {
  const [largest, ...others] = [...groups].sort((a, b) => b.length - a.length)
  if (largest === undefined || groups.length >= count || largest.length === 1)
    return largest ? [largest, ...others] : []
  const middle = Math.ceil(largest.length / 2)
  return halved([largest.slice(0, middle), largest.slice(middle), ...others], count)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
