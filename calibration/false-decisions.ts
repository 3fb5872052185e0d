import fc from 'fast-check'
import type { Judgement } from '../src/claims/judgement.ts'
import { judgeExact, judgeFact } from '../src/claims/judges/exact.ts'
import { judgeMedian } from '../src/claims/judges/median.ts'
import { judgeOrdering } from '../src/claims/judges/ordering.ts'
import { judgeTheorem } from '../src/claims/judges/theorem.ts'
import { judgeValue } from '../src/claims/judges/value.ts'
import { judgeValues } from '../src/claims/judges/values.ts'
import type { Verdict } from '../src/claims/verdict.ts'
import { randomStream, type Stream } from '../src/random/stream.ts'
import {
  commonSeeds,
  dependent,
  heavyTailed,
  type Law,
  nearlyConstant,
  normal,
  skewed,
  skewedDown,
  wild,
} from './laws.ts'
import { type Row, simulated } from './row.ts'

/** Claims whose truth is known, drawn one after the other. */
interface SimulatedClaims {
  readonly judge: string
  readonly truth: string
  /** the verdicts that are false of them */
  readonly wrong: readonly Verdict[]
  /** null if the judge's suppositions hold */
  readonly broken: string | null
  /** what is said of the rate; by default that of each claim's own judgement */
  readonly said?: number
  /** draws one claim, which is then judged at any rate of error */
  readonly draw: (stream: Stream) => (alpha: number) => Judgement
}

const smallestEffect = 0.5

/** An ordering whose values have the mean `truth` above the bound of 0. */
function ordering(
  values: string,
  law: Law,
  count: number,
  wrong: Verdict,
  broken: string | null = null,
): SimulatedClaims {
  const mean = wrong === 'reproduced' ? 0 : smallestEffect
  // Of equal arms none is to be refuted, which would leave fewer of them for the error.
  const ofInterest = wrong === 'reproduced' ? Number.MIN_VALUE : smallestEffect
  return {
    judge: 'ordering, t-test',
    truth: `${wrong === 'reproduced' ? 'equal arms' : 'an effect of interest'}, ${count} ${values}`,
    wrong: [wrong],
    broken,
    draw: (stream) => {
      const drawn = law(stream, count).map((value) => mean + value)
      const question = { metric: 'x', values: drawn, claimed: { above: 0 }, smallestEffect: ofInterest }
      return (alpha) => judgeOrdering({ ...question, alpha })
    },
  }
}

function median(
  values: string,
  law: Law,
  count: number,
  wrong: Verdict,
  broken: string | null = null,
): SimulatedClaims {
  const truth = wrong === 'reproduced' ? 0 : smallestEffect
  return {
    judge: 'ordering, sign test',
    truth: `${wrong === 'reproduced' ? 'a median at the bound' : 'a median of interest'}, ${count} ${values}`,
    wrong: [wrong],
    broken,
    draw: (stream) => {
      const drawn = law(stream, count).map((value) => truth + value)
      return (alpha) => judgeMedian({ metric: 'x', values: drawn, claimed: { above: 0 }, smallestEffect, alpha })
    },
  }
}

/** A reported number that is one more run of the same law. */
function value(values: string, law: Law, count: number, broken: string | null = null): SimulatedClaims {
  return {
    judge: 'value, prediction interval',
    truth: `a true number, ${count} ${values}`,
    wrong: ['refuted'],
    broken,
    draw: (stream) => {
      const [reported, ...own] = law(stream, count + 1)
      return (alpha) => judgeValue({ metric: 'x', values: own, reported: reported!, resolution: 1e9, alpha: alpha / 2 })
    },
  }
}

const decided: readonly Verdict[] = ['reproduced', 'refuted']

/** Every judge that takes a rate of error, and those without chance. */
export const simulatedClaims: readonly SimulatedClaims[] = [
  ordering('normal differences', normal, 12, 'reproduced'),
  ordering('normal differences', normal, 12, 'refuted'),
  ordering('differences of arms on common seeds', commonSeeds, 12, 'reproduced'),
  ordering('heavy-tailed differences', heavyTailed, 12, 'reproduced'),
  ordering('heavy-tailed differences', heavyTailed, 12, 'refuted'),
  ordering('skewed differences', skewed, 2500, 'reproduced', 'the mean of skewed values is only nearly normal'),
  ordering('skewed differences', skewed, 2500, 'refuted', 'the mean of skewed values is only nearly normal'),
  ordering('skewed differences', skewed, 12, 'refuted', 'a dozen skewed values'),
  ordering('differences skewed downwards', skewedDown, 12, 'reproduced', 'a dozen skewed values'),
  ordering(
    'differences, nine in ten of them alike',
    nearlyConstant,
    12,
    'refuted',
    'a dozen values that are nearly all alike',
  ),
  ordering('differences that correlate by 0.5', dependent, 12, 'reproduced', 'seeds that are not independent'),
  {
    ...ordering('differences, one of them NaN', normal, 12, 'reproduced'),
    truth: 'a large effect, 12 normal differences, one of them NaN',
    wrong: decided,
    said: 0,
    draw: (stream) => {
      const values = normal(stream, 12).map((each, index) => (index === 5 ? Number.NaN : 100 + each))
      return (alpha) => judgeOrdering({ metric: 'x', values, claimed: { above: 0 }, smallestEffect, alpha })
    },
  },
  median('Cauchy values', wild, 40, 'reproduced'),
  median('Cauchy values', wild, 40, 'refuted'),
  median('values that correlate by 0.5', dependent, 40, 'reproduced', 'values that are not independent'),
  {
    ...median('values, one of them infinite', wild, 40, 'reproduced'),
    truth: 'a large effect, 40 values, one of them infinite',
    wrong: decided,
    said: 0,
    draw: (stream) => {
      const values = normal(stream, 40).map((each, index) => (index === 5 ? Number.POSITIVE_INFINITY : 100 + each))
      return (alpha) => judgeMedian({ metric: 'x', values, claimed: { above: 0 }, smallestEffect, alpha })
    },
  },
  value('normal runs', normal, 12),
  value('heavy-tailed runs', heavyTailed, 12, 'a new run whose law has heavier tails than the normal one'),
  {
    ...value('normal runs, one of them NaN', normal, 12),
    wrong: decided,
    said: 0,
    draw: (stream) => {
      const values = normal(stream, 12).map((each, index) => (index === 5 ? Number.NaN : each))
      return (alpha) => judgeValue({ metric: 'x', values, reported: 100, resolution: 1e9, alpha: alpha / 2 })
    },
  },
  {
    judge: 'values, Bonferroni',
    truth: '5 true numbers of one run, correlated by 0.9, 12 normal runs',
    wrong: ['refuted'],
    broken: null,
    draw: (stream) => {
      const runs = Array.from({ length: 13 }, () => {
        const shared = Math.sqrt(0.9) * stream.normal()
        return normal(stream, 5).map((own) => shared + Math.sqrt(0.1) * own)
      })
      const [reported, ...others] = runs
      const questions = Array.from(reported!, (number, epoch) => {
        return { metric: 'x', values: others.map((run) => run[epoch]!), reported: number, resolution: 1e9 }
      })
      return (alpha) => judgeValues(questions, alpha)
    },
  },
  {
    judge: 'exact, printed digits',
    truth: 'a value within half of the last digit',
    wrong: ['refuted'],
    broken: null,
    draw: printed((stream) => stream.uniform(-0.4999, 0.4999)),
  },
  {
    judge: 'exact, printed digits',
    truth: 'a value beyond half of the last digit',
    wrong: ['reproduced'],
    broken: null,
    draw: printed((stream) => (stream.integer(2) === 0 ? 1 : -1) * stream.uniform(0.5001, 2)),
  },
  {
    judge: 'fact, no chance',
    truth: 'a comparison of numbers one of which is NaN',
    wrong: decided,
    broken: null,
    draw: (stream) => {
      const holds = stream.integer(2) === 0
      const judgement = judgeFact({
        metric: 'x',
        value: Number.NaN,
        holds,
        comparison: 'the one exceeds the other',
        finding: '',
      })
      return () => judgement
    },
  },
  {
    judge: 'theorem, generated cases',
    truth: 'a statement that is true',
    wrong: ['refuted'],
    broken: null,
    draw: theorem(() => true),
  },
  {
    judge: 'theorem, generated cases',
    truth: 'a statement that one case in a hundred contradicts',
    wrong: ['reproduced'],
    broken: 'a statement that is proven elsewhere',
    draw: theorem((number) => number % 100 !== 0),
  },
]

/** A printed number of up to three decimals, and a value that lies so many units of the last one beside it. */
function printed(drawOffset: (stream: Stream) => number): SimulatedClaims['draw'] {
  return (stream) => {
    const [digits, steps] = [stream.integer(4), stream.integer(2_000_001) - 1_000_000]
    const text = `${Math.abs(steps)}`.padStart(digits + 1, '0')
    const decimals = digits > 0 ? `.${text.slice(-digits)}` : ''
    const printed = `${steps < 0 ? '-' : ''}${text.slice(0, text.length - digits)}${decimals}`
    const judgement = judgeExact({ metric: 'x', value: (steps + drawOffset(stream)) / 10 ** digits, printed })
    return () => judgement
  }
}

function theorem(holds: (number: number) => boolean): SimulatedClaims['draw'] {
  return (stream) => {
    const seed = stream.integer(2 ** 31)
    const judgement = judgeTheorem({
      statement: 'for any integer',
      arbitrary: fc.integer({ min: 0, max: 999_999 }),
      holds,
      cases: 200,
      seed,
    })
    return () => judgement
  }
}

/**
 * The rows of all simulated claims.
 *
 * @param claims - simulated for each row
 * @param alphas - the rates of error that each is judged at
 */
export function falseDecisionsBySimulation(seed: string, claims: number, alphas: readonly number[]): Row[] {
  return simulatedClaims.flatMap((each, index) => {
    const { judge, truth, wrong, broken, draw } = each
    const stream = randomStream(seed, 'calibration', 'false decisions', index)
    const errors = alphas.map(() => 0)
    const said = alphas.map((alpha) => each.said ?? alpha)
    for (let claim = 0; claim < claims; claim++) {
      const judgeAt = draw(stream)
      for (const [place, alpha] of alphas.entries()) {
        const judgement = judgeAt(alpha)
        if (wrong.includes(judgement.verdict)) errors[place]!++
        if (each.said === undefined) said[place] = judgement.alpha
      }
    }
    const error = wrong.length === 1 ? wrong[0]! : 'any decision'
    const rows = alphas.map((_, place) => {
      return simulated({ judge, truth, error, said: said[place]!, broken }, errors[place]!, claims)
    })
    // What does not depend on the rate of error is said once.
    return rows.filter((row, place) => place === 0 || row.said !== rows[0]!.said)
  })
}
