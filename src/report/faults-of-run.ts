import { familywise, spent } from '../claims/error-budget.ts'
import { formatNumber } from '../claims/format-number.ts'
import { nameOf } from '../claims/front-matter.ts'
import { isHeldToBudget } from '../claims/held-to-budget.ts'
import { groupBy } from '../group-by.ts'
import type { Switches } from '../switches.ts'
import type { ClaimsJson } from './claims-json.ts'
import { missingInCi } from './missing-in-ci.ts'

/** What is wrong with a run as a whole and no single spec can see, a sentence each. */
export function faultsOfRun(
  { claims, notLoaded, seed }: ClaimsJson,
  { allowSynthetic }: Pick<Switches, 'allowSynthetic'>,
): string[] {
  const twice = [...groupBy(claims, nameOf)]
    .filter(([, entries]) => entries.length > 1)
    .map(
      ([name, entries]) =>
        `The claim ${name} stands in ${entries.length} specs: ${entries.map(({ file }) => file).join(', ')}.`,
    )
  const withoutClaim = notLoaded.map(
    (file) => `No claim can be judged by ${file}: it failed outside its tests, or states none.`,
  )
  // Of a claim whose test was filtered out nobody knows why it should not run.
  const notRun = claims.filter(({ verdict, passed, finding }) => verdict === 'not-run' && passed && finding !== null)
  const faults = [...twice, ...withoutClaim, missingInCi(process.env, allowSynthetic, notRun.length)].filter(
    (fault) => fault !== null,
  )
  const held = claims.filter(({ evidence }) => isHeldToBudget(seed, evidence))
  const cost = spent(held)
  if (cost <= familywise) return faults
  const biggest = held.sort((a, b) => b.alpha + b.lost - a.alpha - a.lost).slice(0, 3)
  return [
    ...faults,
    `The error budget is overspent: ${formatNumber(cost)} of ${familywise}, most of it by ` +
      `${biggest.map((entry) => `${nameOf(entry)} ${formatNumber(entry.alpha + entry.lost)}`).join(', ')}.`,
  ]
}
