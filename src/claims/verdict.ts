/** What a measurement says of a claim. */
export type Verdict = 'reproduced' | 'refuted' | 'inconclusive'

/** What the report says of a claim: the data that it needs may be absent. */
export type Outcome = Verdict | 'not-run'
