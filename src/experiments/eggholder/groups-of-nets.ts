import { groupBy } from '../../group-by.ts'
import type { EggholderNet } from './networks.ts'

/** Nets that a figure shows by one look: as many hidden layers, all with batch normalisation or all without. */
export interface Group<T extends { readonly net: EggholderNet }> {
  readonly hiddenLayers: number
  readonly normalised: boolean
  readonly members: readonly T[]
}

/** Nets by the depth and by the normalisation, without it first, shallow ones first. */
export function groupsOf<T extends { readonly net: EggholderNet }>(nets: readonly T[]): Group<T>[] {
  const groups = groupBy(nets, ({ net }) => `${net.hidden.length} ${net.normalised}`)
  return Array.from(groups.values(), (members) => {
    const { hidden, normalised } = members[0]!.net
    return { hiddenLayers: hidden.length, normalised, members }
  }).sort((a, b) => Number(a.normalised) - Number(b.normalised) || a.hiddenLayers - b.hiddenLayers)
}

/** Members by a size that they have, the least first. */
export function bySize<T>(members: readonly T[], sizeOf: (member: T) => number): [size: number, members: T[]][] {
  return [...groupBy(members, sizeOf)].sort(([a], [b]) => a - b)
}
