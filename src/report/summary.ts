import { formatNumber } from '../claims/format-number.ts'
import { defaultSeed } from '../switches.ts'
import type { ClaimsJson } from './claims-json.ts'

const outcomes = ['reproduced', 'refuted', 'inconclusive', 'not-run'] as const

/** '16 claims at quick scale, seed homework-2: 9 reproduced, 7 refuted; every finding is as pinned.' */
export function summaryLine({ claims, scale, seed, partial, notLoaded, faults }: ClaimsJson): string {
  const counted = outcomes
    .map((outcome) => [claims.filter(({ verdict }) => verdict === outcome).length, outcome] as const)
    .filter(([count]) => count > 0)
    .map(([count, outcome]) => `${count} ${outcome}`)
    .join(', ')
  const red = claims.filter(({ passed }) => !passed).length
  const unblemished = notLoaded.length + faults.length === 0 ? 'every finding is as pinned' : 'none of them red'
  const state = red === 0 ? unblemished : `${red} red`
  return [
    `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'} at ${scale} scale, seed ${seed}: ${[counted, state].filter((words) => words !== '').join('; ')}.`,
    ...(notLoaded.length === 0 ? [] : [`Failed to load: ${notLoaded.join(', ')}.`]),
    ...(partial ? ['Only a part of the suite was run.'] : []),
  ].join(' ')
}

/** What really ran: 'Engine: wasm (CPU, one thread, SIMD), @tensorflow/tfjs-backend-wasm 4.22.0.' */
export function backendLine({ backend }: Pick<ClaimsJson, 'backend'>): string {
  return `Engine: ${backend.name} (${backend.device}), ${backend.package} ${backend.version}.`
}

/** 'Error budget: 1.7e-4 of 0.001 spent.' */
export function budgetLine({
  errorBudget: { spent, familywise },
  seed,
}: Pick<ClaimsJson, 'errorBudget' | 'seed'>): string {
  const held = spent > familywise && seed !== defaultSeed ? `; only the seed ${defaultSeed} is held to it` : ''
  return `Error budget: ${formatNumber(spent)} of ${formatNumber(familywise)} spent${held}.`
}
