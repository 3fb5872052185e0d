import type { EggholderNet } from './networks.ts'

/** Nets that a figure shows by one look: as many hidden layers, all with batch normalisation or all without. */
export interface Group<T extends { readonly net: EggholderNet }> {
  readonly hiddenLayers: number
  readonly normalised: boolean
  readonly members: readonly T[]
}

/** Nets by the depth and by the normalisation, without it first, shallow ones first. */
export function groupsOf<T extends { readonly net: EggholderNet }>(nets: readonly T[]): Group<T>[] {
  const groups = new Map<string, Group<T>>()
  for (const each of nets) {
    const { hidden, normalised } = each.net
    const key = `${hidden.length} ${normalised}`
    const members = [...(groups.get(key)?.members ?? []), each]
    groups.set(key, { hiddenLayers: hidden.length, normalised, members })
  }
  return [...groups.values()].sort(
    (a, b) => Number(a.normalised) - Number(b.normalised) || a.hiddenLayers - b.hiddenLayers,
  )
}

/** Members by a size that they have, the least first. */
export function bySize<T>(members: readonly T[], sizeOf: (member: T) => number): [size: number, members: T[]][] {
  const sizes = new Map<number, T[]>()
  for (const member of members) {
    const size = sizeOf(member)
    sizes.set(size, [...(sizes.get(size) ?? []), member])
  }
  return [...sizes].sort(([a], [b]) => a - b)
}
