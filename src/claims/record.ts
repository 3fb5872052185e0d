import type { EngineDescription } from '../backend/engine.ts'
import type { Scale } from '../switches.ts'
import type { FrontMatter } from './front-matter.ts'
import type { Judgement } from './judgement.ts'
import type { Outcome, Verdict } from './verdict.ts'

/** What a spec tells the report, carried by the test's metadata, so it is plain data. */
export interface ClaimRecord {
  readonly frontMatter: FrontMatter
  /** of the run: where shards are merged, the process that writes the report may have others */
  readonly scale: Scale
  readonly seed: string
  outcome: Outcome | null
  /** the reason, where the experiment was not run: its data are absent, or the scale is too small for it */
  notRun: string | null
  judgement: Judgement | null
  twin: { readonly changed: string; readonly verdict: Verdict } | null
  /** file names of the figures, in the order of the annotations that carry them */
  figures: string[]
  /** how the metrics stand to the stored snapshot: 'compared', or why not */
  snapshot: string | null
  /** digest of the data set that its runs read, where they read one */
  data: string | null
  /** the engine, where one was opened */
  engine: EngineDescription | null
}

declare module 'vitest' {
  interface ProvidedContext {
    /** from the setup of the specs that need MNIST; undefined elsewhere */
    mnistAbsent: string | null | undefined
  }
  interface TaskMeta {
    claim?: ClaimRecord
  }
}
