import { falseDecision } from '../error-budget.ts'
import type { Judgement } from '../judgement.ts'
import type { Verdict } from '../verdict.ts'
import { judgeValue, type ValueQuestion } from './value.ts'

/**
 * Judges several reported numbers of one run, as the losses of its epochs: `refuted` if one of them is, `reproduced` if
 * all are, otherwise `inconclusive`. Each takes an equal part of the error rate of one, so that together they spend no
 * more (Bonferroni); they may depend on each other in any way.
 *
 * @param questions - the one first that the report shows as measured
 * @param falseRate - the chance that any of the true numbers is refuted
 * @throws {RangeError} if there is none, or `judgeValue` refuses one
 */
export function judgeValues(
  questions: readonly Omit<ValueQuestion, 'alpha'>[],
  falseRate: number = falseDecision,
): Judgement {
  if (questions.length === 0) throw new RangeError('reported numbers are judged together, but there are none')
  const alpha = falseRate / 2 / questions.length
  const judged = questions.map((question) => judgeValue({ ...question, alpha }))
  const refuted = judged.filter(({ verdict }) => verdict === 'refuted')
  const reproduced = judged.filter(({ verdict }) => verdict === 'reproduced')
  const verdict: Verdict =
    refuted.length > 0 ? 'refuted' : reproduced.length === judged.length ? 'reproduced' : 'inconclusive'
  return {
    verdict,
    test: `${judged.length} reported numbers, each by a ${judged[0]!.test}`,
    alpha: judged.reduce((sum, each) => sum + each.alpha, 0),
    lost: probabilityOfMissing(verdict, refuted, judged),
    detectable: judged[0]!.detectable,
    evidence: judged.flatMap(({ evidence }) => evidence),
    finding:
      `Of ${judged.length} reported numbers ${reproduced.length} are reproduced and ${refuted.length} refuted. ` +
      judged.map(({ finding }) => finding).join(' '),
  }
}

function probabilityOfMissing(verdict: Verdict, refuted: readonly Judgement[], judged: readonly Judgement[]): number {
  // One refuted number is enough, so the surest of them is missed at least as often as all.
  if (verdict === 'refuted') return Math.min(...refuted.map(({ lost }) => lost))
  return Math.min(
    1,
    judged.reduce((sum, { lost }) => sum + lost, 0),
  )
}
