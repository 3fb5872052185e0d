import { describe, expect, inject, type TestContext, test } from 'vitest'
import type { Figure } from '../report/figure.ts'
import type { Scale } from '../switches.ts'
import { type Laboratory, openLaboratory } from '../training/laboratory.ts'
import { checkFrontMatter, type FrontMatter, frontMatterKeys, nameOf, pinnedVerdict } from './front-matter.ts'
import { holdToPin, holdToShare, holdTwinApart } from './gate.ts'
import type { Judgement } from './judgement.ts'
import './metric-matcher.ts'
import { metricsToStore } from './metrics-to-store.ts'
import { NotRun } from './not-run.ts'
import type { ClaimRecord } from './record.ts'
import { type SnapshotLane, snapshotLane } from './snapshot-lane.ts'
import { configureTwin, type Twin } from './twin.ts'

/** A claim as a spec file states it: what is known, how it is measured, how it is judged, and what would flip it. */
export interface Claim<Configuration extends object, Result> extends FrontMatter {
  /** null at a scale that the claim is not tried at, too small or too long: there it is inconclusive, for the reason that is pinned */
  readonly configuration: Readonly<Record<Scale, Configuration | null>>
  /** Runs the claim's experiment; the same configuration and laboratory give the same result. */
  readonly experiment: (configuration: Configuration, laboratory: Laboratory) => Result | Promise<Result>
  readonly judge: (result: Result, configuration: Configuration) => Judgement
  /** the one field whose change flips the verdict */
  readonly twin: Twin<Configuration>
  readonly figures?: (result: Result, judgement: Judgement) => Figure[]
}

const scales = ['quick', 'full'] as const satisfies readonly Scale[]

/** An experiment may last as long as it needs: what bounds it is the whole suite's own limit. */
const timeout = 2 ** 31 - 1

/**
 * Registers a claim with Vitest: one test holds its verdict to the pin, one holds its negative twin apart, one compares
 * its metrics with the stored ones. One claim stands in one spec file. At a scale without a configuration there is one
 * test, which is skipped with the reason.
 *
 * @throws {TypeError} if the front matter is not well formed, the twin does not change exactly one field, or a scale
 *   without a configuration is not pinned as inconclusive
 */
export function claim<Configuration extends object, Result>(definition: Claim<Configuration, Result>): void {
  const { configuration, experiment, judge, twin, figures = () => [], ...rest } = definition
  const frontMatter = checkFrontMatter(rest)
  for (const tried of Object.values(configuration)) if (tried !== null) configureTwin(tried, twin)
  for (const scale of scales) {
    if (configuration[scale] === null && pinnedVerdict(frontMatter.pinned[scale]) !== 'inconclusive') {
      throw new TypeError(
        `The claim ${nameOf(frontMatter)} has no configuration at ${scale} scale, where it must then be pinned as ` +
          `inconclusive, with the reason; pinned is ${JSON.stringify(frontMatter.pinned[scale])}.`,
      )
    }
  }

  const opened = openLaboratory(process.env, inject('mnistAbsent') ?? null)
  const { scale, seed } = opened
  const record: ClaimRecord = {
    frontMatter: pick(frontMatter),
    scale,
    seed,
    outcome: null,
    notRun: null,
    judgement: null,
    twin: null,
    figures: [],
    snapshot: null,
    data: null,
    engine: null,
  }
  const laboratory = recordingLaboratory(opened, record)
  const chosen = configuration[scale]
  if (chosen === null) {
    leaveOut(record, laboratory)
    return
  }
  const measure = once(() => conduct(chosen))

  async function conduct(tried: Configuration): Promise<{ result: Result; judgement: Judgement }> {
    const result = await experiment(tried, laboratory)
    return { result, judgement: judge(result, tried) }
  }

  /** What every test of the claim tells the report: the same record, so that the last word is complete. */
  async function measured(context: TestContext) {
    context.task.meta.claim = record
    try {
      return await measure()
    } catch (error) {
      if (!(error instanceof NotRun)) throw error
      record.outcome = 'not-run'
      record.notRun = error.message
      return context.skip(error.message)
    }
  }

  describe(titleOf(frontMatter), () => {
    verdictTest(record, scale, async (context) => {
      const { result, judgement } = await measured(context)
      record.outcome = judgement.verdict
      record.judgement = judgement
      await context.annotate(judgement.finding, judgement.verdict)
      for (const { name, caption, svg } of figures(result, judgement)) {
        record.figures.push(`${name}.svg`)
        await context.annotate(caption, 'figure', { contentType: 'image/svg+xml', body: Buffer.from(svg) })
      }
      holdToPin(frontMatter, scale, judgement)
      holdToShare(frontMatter, scale, seed, judgement)
    })

    test('its negative twin gets another verdict', { timeout }, async (context) => {
      await measured(context)
      const { configuration: changed, changed: words } = configureTwin(chosen, twin)
      const { judgement } = await conduct(changed)
      record.twin = { changed: words, verdict: judgement.verdict }
      await context.annotate(`${words}: ${judgement.finding}`, judgement.verdict)
      holdTwinApart(frontMatter, scale, words, judgement)
    })

    test('its metrics match the stored ones', { timeout }, async (context) => {
      const { judgement } = await measured(context)
      const engine = await laboratory.engine()
      const metrics = metricsToStore(frontMatter.kind, judgement.evidence)
      const lane: SnapshotLane =
        metrics.length === 0
          ? { compared: false, reason: 'not compared: its metrics are times' }
          : snapshotLane({ engine: engine.name, scale, seed })
      record.snapshot = lane.compared ? 'compared' : lane.reason
      if (!lane.compared) return void (await context.annotate(lane.reason, 'snapshot'))
      expect({
        header: `${engine.name} ${scale}, seed ${seed}, ${engine.package} ${engine.version}`,
        metrics,
      }).toMatchStoredMetrics()
    })
  })
}

/** A laboratory that notes the data and the engine of the runs that it is asked for. */
function recordingLaboratory(laboratory: Laboratory, target: ClaimRecord): Laboratory {
  return {
    ...laboratory,
    store: {
      run(key, train) {
        target.data = key.data ?? target.data
        return laboratory.store.run(key, train)
      },
      runAll(requests) {
        for (const { key } of requests) target.data = key.data ?? target.data
        return laboratory.store.runAll(requests)
      },
    },
    async engine() {
      target.engine = await laboratory.engine()
      return target.engine
    },
  }
}

/** A claim that is not tried at this scale. Where its data are absent it could not be tried at all. */
function leaveOut(record: ClaimRecord, { scale, mnistAbsent }: Laboratory): void {
  const { frontMatter } = record
  const pin = frontMatter.pinned[scale] as { readonly inconclusive: string }
  record.outcome = mnistAbsent === null ? 'inconclusive' : 'not-run'
  record.notRun = mnistAbsent ?? pin.inconclusive
  describe(titleOf(frontMatter), () => {
    verdictTest(record, scale, (context) => {
      context.task.meta.claim = record
      context.skip(record.notRun!)
    })
  })
}

function titleOf({ id, reading, part }: FrontMatter): string {
  return `${id}, ${reading}: ${part}`
}

/** The test that holds a claim to its pin. */
function verdictTest(record: ClaimRecord, scale: Scale, run: (context: TestContext) => void | Promise<void>): void {
  const { statement, pinned, kind, reading } = record.frontMatter
  const options = { timeout, tags: [kind, reading], meta: { claim: record } }
  test(`${statement}: ${pinnedVerdict(pinned[scale])}`, options, run)
}

function pick(frontMatter: FrontMatter): FrontMatter {
  return Object.fromEntries(frontMatterKeys.map((key) => [key, frontMatter[key]])) as unknown as FrontMatter
}

function once<T>(produce: () => Promise<T>): () => Promise<T> {
  let produced: Promise<T> | undefined
  return () => {
    produced ??= produce()
    return produced
  }
}
