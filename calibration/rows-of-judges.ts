/** The rows of each judge, and whether chance plays a part: only then can it miss a decision, or a small effect. */
export const rowsOf: Readonly<Record<string, readonly [rows: string, byChance: boolean]>> = {
  judgeAgreement: ['rates, Fisher', true],
  judgeExact: ['exact, printed digits', false],
  judgeFact: ['fact, no chance', false],
  judgeMedian: ['ordering, sign test', true],
  judgeOrdering: ['ordering, t-test', true],
  judgePairedOutcomes: ['ordering, McNemar', true],
  judgeRate: ['rate, Clopper-Pearson', true],
  judgeTheorem: ['theorem, generated cases', false],
  judgeValue: ['value, prediction interval', true],
  judgeValues: ['values, Bonferroni', true],
}
