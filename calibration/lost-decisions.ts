import type { Judgement } from '../src/claims/judgement.ts'
import { judgeMedian } from '../src/claims/judges/median.ts'
import { judgeOrdering } from '../src/claims/judges/ordering.ts'
import { judgePairedOutcomes } from '../src/claims/judges/paired-outcomes.ts'
import { judgeRate } from '../src/claims/judges/rate.ts'
import { judgeValue } from '../src/claims/judges/value.ts'
import { judgeValues } from '../src/claims/judges/values.ts'
import type { Verdict } from '../src/claims/verdict.ts'
import { randomStream, type Stream } from '../src/random/stream.ts'
import { commonSeeds, heavyTailed, type Law, normal, wild } from './laws.ts'
import { type Row, simulated } from './row.ts'

/** Claims for which a decision is due. */
interface DueClaims {
  readonly judge: string
  readonly truth: string
  readonly verdict: Verdict
  /** draws a claim and judges it at 5 % */
  readonly judged: (stream: Stream) => Judgement
}

const alpha = 0.05

function ordering(law: Law, name: string, mean: number, smallestEffect: number, verdict: Verdict): DueClaims {
  return {
    judge: 'ordering, t-test',
    truth: `a mean of ${mean}, ${smallestEffect} of interest, 12 ${name}`,
    verdict,
    judged: (stream) => {
      const values = law(stream, 12).map((value) => mean + value)
      return judgeOrdering({ metric: 'x', values, claimed: { above: 0 }, smallestEffect, alpha })
    },
  }
}

function rate(truth: number, bound: number, verdict: Verdict): DueClaims {
  return {
    judge: 'rate, Clopper-Pearson',
    truth: `a rate of ${truth} against ${bound}, 200 trials`,
    verdict,
    judged: (stream) => {
      const successes = countOf(stream, 200, truth)
      return judgeRate({ metric: 'x', successes, trials: 200, claimed: { above: bound }, alpha })
    },
  }
}

function value(reported: number, resolution: number, verdict: Verdict): DueClaims {
  return {
    judge: 'value, prediction interval',
    truth: `a number ${reported} standard deviations off, resolution ${resolution}, 12 normal runs`,
    verdict,
    judged: (stream) => judgeValue({ metric: 'x', values: normal(stream, 12), reported, resolution, alpha: alpha / 2 }),
  }
}

/** Numbers of one run, as the losses of its epochs, each with values of its own. */
function values(reported: readonly number[], resolution: number, verdict: Verdict): DueClaims {
  return {
    judge: 'values, Bonferroni',
    truth: `numbers ${reported.join(', ')} standard deviations off, resolution ${resolution}, 12 normal runs`,
    verdict,
    judged: (stream) =>
      judgeValues(
        reported.map((each) => ({ metric: 'x', values: normal(stream, 12), reported: each, resolution })),
        alpha,
      ),
  }
}

const dueClaims: readonly DueClaims[] = [
  ordering(normal, 'normal differences', 0.6, 0.1, 'reproduced'),
  ordering(normal, 'normal differences', 1.5, 0.1, 'reproduced'),
  ordering(normal, 'normal differences', 0, 1, 'refuted'),
  ordering(commonSeeds, 'differences of arms on common seeds', 0.5, 0.1, 'reproduced'),
  ordering(heavyTailed, 'heavy-tailed differences', 1.5, 0.1, 'reproduced'),
  rate(0.97, 0.9, 'reproduced'),
  rate(0.995, 0.97, 'reproduced'),
  rate(0.01, 0.05, 'refuted'),
  value(4, 100, 'refuted'),
  value(0, 6, 'reproduced'),
  values([5, 4, 0], 100, 'refuted'),
  values([0, 0, 0], 9, 'reproduced'),
  {
    judge: 'ordering, McNemar',
    truth: 'shares of 0.3 with the one arm alone and of 0.1 with the other, 0.01 of interest, 100 items',
    verdict: 'reproduced',
    judged: (stream) => {
      const drawn = stream.fillUniform(new Float64Array(100))
      return judgePairedOutcomes({
        metric: 'x',
        arms: ['the one', 'the other'],
        more: Array.from(drawn, (each) => each < 0.3),
        fewer: Array.from(drawn, (each) => each >= 0.9),
        items: 'items',
        outcome: 'right',
        smallestEffect: 0.01,
        alpha,
      })
    },
  },
  {
    judge: 'ordering, sign test',
    truth: 'a median of 1, 0.1 of interest, 40 Cauchy values',
    verdict: 'reproduced',
    judged: (stream) => {
      const values = wild(stream, 40).map((each) => 1 + each)
      return judgeMedian({ metric: 'x', values, claimed: { above: 0 }, smallestEffect: 0.1, alpha })
    },
  },
]

/**
 * How often a decision that is due is missed, beside what the reports of these claims say of it on average: where they miss
 * it themselves, that it is missed for certain.
 */
export function lostDecisionsBySimulation(seed: string, claims: number): Row[] {
  return dueClaims.map(({ judge, truth, verdict, judged }, index) => {
    const stream = randomStream(seed, 'calibration', 'lost decisions', index)
    let [missed, said] = [0, 0]
    for (let claim = 0; claim < claims; claim++) {
      const judgement = judged(stream)
      if (judgement.verdict !== verdict) missed++
      said += judgement.verdict === verdict ? judgement.lost : 1
    }
    return simulated({ judge, truth, error: verdict, said: said / claims, broken: null }, missed, claims)
  })
}

/** Claims with effects of all sizes, judged twice: what is pinned is what the first seed found. */
const pinnedClaims: readonly {
  readonly judge: string
  readonly truth: string
  readonly drawEffect: (stream: Stream) => (stream: Stream) => Judgement
}[] = [
  {
    judge: 'ordering, t-test',
    truth: 'effects of −2 to 4 standard deviations, 12 normal differences',
    drawEffect: (stream) => {
      const mean = stream.uniform(-2, 4)
      return ordering(normal, '', mean, 0.5, 'reproduced').judged
    },
  },
  {
    judge: 'rate, Clopper-Pearson',
    truth: 'rates of 0 to 1 against 0.5, 200 trials',
    drawEffect: (stream) => rate(stream.uniform(), 0.5, 'reproduced').judged,
  },
  {
    judge: 'value, prediction interval',
    truth: 'numbers up to 12 standard deviations off, 12 normal runs',
    drawEffect: (stream) => value(stream.uniform(0, 12), 8, 'reproduced').judged,
  },
]

/**
 * How often a fresh seed misses what a first one decided, among the claims whose report says that it will seldom. Effects of
 * all sizes are equally likely here, so those that look the safest were helped by chance.
 *
 * @param most - what their reports say at most
 */
export function pinsLostOnFreshSeeds(seed: string, claims: number, most: readonly number[]): Row[] {
  return pinnedClaims.flatMap(({ judge, truth, drawEffect }, index) => {
    const stream = randomStream(seed, 'calibration', 'pins', index)
    const pinned = Array.from({ length: claims }, () => {
      const judged = drawEffect(stream)
      const first = judged(stream)
      return { first, lost: judged(stream).verdict !== first.verdict }
    }).filter(({ first }) => first.verdict !== 'inconclusive')
    return most.map((limit) => {
      const safe = pinned.filter(({ first }) => first.lost <= limit)
      const said = safe.reduce((sum, { first }) => sum + first.lost, 0) / safe.length
      const row = {
        judge,
        truth: `${truth}; pins said to be lost in ${limit} at most`,
        error: 'the pinned verdict',
        said,
        broken: 'an effect that is known, and not measured',
      }
      return simulated(row, safe.filter(({ lost }) => lost).length, safe.length)
    })
  })
}

function countOf(stream: Stream, trials: number, chance: number): number {
  return stream.fillUniform(new Float64Array(trials)).filter((value) => value < chance).length
}
