import { type Evidence, shareEvidence } from '../../claims/evidence.ts'
import { collapseCount, type Outcomes, type Rule } from './rules.ts'

const metricOf: Readonly<Record<Rule, string>> = {
  notebook: 'share_of_nets_collapsed_by_the_rule_of_the_notebook',
  constant: 'share_of_nets_that_are_constant',
  dead: 'share_of_nets_that_are_dead',
}

/** The shares of collapsed nets by some rules, to be shown beside what is judged. */
export function collapseEvidence(rules: readonly Rule[], outcomes: Outcomes, of = 'nets'): Evidence[] {
  return rules.map((rule) => {
    const { successes, trials, diverged } = collapseCount(rule, outcomes)
    return { ...shareEvidence(metricOf[rule].replace('nets', of), successes, trials), diverged }
  })
}
