import { describe, expect, inject, type TestContext, test } from 'vitest'
import type { Figure } from '../report/figure.ts'
import type { Scale } from '../switches.ts'
import { tolerances } from '../tolerances.ts'
import { type Laboratory, openLaboratory } from '../training/laboratory.ts'
import { checkFrontMatter, type FrontMatter, frontMatterKeys, type Kind, pinnedVerdict } from './front-matter.ts'
import { holdToPin, holdTwinApart } from './gate.ts'
import type { Judgement } from './judgement.ts'
import './metric-matcher.ts'
import { NotRun } from './not-run.ts'
import type { ClaimRecord } from './record.ts'
import { snapshotLane } from './snapshot-lane.ts'
import { configureTwin, type Twin } from './twin.ts'

/** A claim as a spec file states it: what is known, how it is measured, how it is judged, and what would flip it. */
export interface Claim<Configuration extends object, Result> extends FrontMatter {
  readonly configuration: Readonly<Record<Scale, Configuration>>
  /** Runs the claim's experiment; the same configuration and laboratory give the same result. */
  readonly experiment: (configuration: Configuration, laboratory: Laboratory) => Result | Promise<Result>
  readonly judge: (result: Result, configuration: Configuration) => Judgement
  /** the one field whose change flips the verdict */
  readonly twin: Twin<Configuration>
  readonly figures?: (result: Result, judgement: Judgement) => Figure[]
}

/** An experiment may last as long as it needs: what bounds it is the whole suite's own limit. */
const timeout = 2 ** 31 - 1

/**
 * Registers a claim with Vitest: one test holds its verdict to the pin, one holds its negative twin apart, one compares
 * its metrics with the stored ones. One claim stands in one spec file.
 *
 * @throws {TypeError} if the front matter is not well formed, or the twin does not change exactly one field
 */
export function claim<Configuration extends object, Result>(definition: Claim<Configuration, Result>): void {
  const { configuration, experiment, judge, twin, figures = () => [], ...rest } = definition
  const frontMatter = checkFrontMatter(rest)
  for (const scale of ['quick', 'full'] as const) configureTwin(configuration[scale], twin)

  const record: ClaimRecord = {
    frontMatter: pick(frontMatter),
    outcome: null,
    notRun: null,
    judgement: null,
    twin: null,
    figures: [],
    snapshot: null,
    data: null,
    engine: null,
  }
  const laboratory = recordingLaboratory(record)
  const { scale } = laboratory
  const measure = once(() => conduct(configuration[scale]))

  async function conduct(chosen: Configuration): Promise<{ result: Result; judgement: Judgement }> {
    const result = await experiment(chosen, laboratory)
    return { result, judgement: judge(result, chosen) }
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

  const options = { timeout, tags: [frontMatter.kind, frontMatter.reading], meta: { claim: record } }
  describe(`${frontMatter.id}, ${frontMatter.reading}: ${frontMatter.part}`, () => {
    test(`${frontMatter.statement}: ${pinnedVerdict(frontMatter.pinned[scale])}`, options, async (context) => {
      const { result, judgement } = await measured(context)
      record.outcome = judgement.verdict
      record.judgement = judgement
      await context.annotate(judgement.finding, judgement.verdict)
      for (const { name, caption, svg } of figures(result, judgement)) {
        record.figures.push(`${name}.svg`)
        await context.annotate(caption, 'figure', { contentType: 'image/svg+xml', body: Buffer.from(svg) })
      }
      holdToPin(frontMatter, scale, judgement)
    })

    test('its negative twin gets another verdict', { timeout }, async (context) => {
      await measured(context)
      const { configuration: changed, changed: words } = configureTwin(configuration[scale], twin)
      const { judgement } = await conduct(changed)
      record.twin = { changed: words, verdict: judgement.verdict }
      await context.annotate(`${words}: ${judgement.finding}`, judgement.verdict)
      holdTwinApart(frontMatter, scale, words, judgement)
    })

    test('its metrics match the stored ones', { timeout }, async (context) => {
      const { judgement } = await measured(context)
      const engine = await laboratory.engine()
      const lane = snapshotLane({ engine: engine.name, scale, seed: laboratory.seed })
      record.snapshot = lane.compared ? 'compared' : lane.reason
      if (!lane.compared) return void (await context.annotate(lane.reason, 'snapshot'))
      expect({
        header: `${engine.name} ${scale}, seed ${laboratory.seed}, ${engine.package} ${engine.version}`,
        metrics: judgement.evidence.map(({ metric, unit, value }) => ({
          name: metric,
          unit,
          value,
          tolerance: toleranceOf(frontMatter.kind),
        })),
      }).toMatchStoredMetrics()
    })
  })

  function recordingLaboratory(target: ClaimRecord): Laboratory {
    const opened = openLaboratory(process.env, inject('mnistAbsent') ?? null)
    return {
      ...opened,
      store: {
        run(key, train) {
          target.data = key.data ?? target.data
          return opened.store.run(key, train)
        },
        runAll(requests) {
          for (const { key } of requests) target.data = key.data ?? target.data
          return opened.store.runAll(requests)
        },
      },
      async engine() {
        target.engine = await opened.engine()
        return target.engine
      },
    }
  }
}

function toleranceOf(kind: Kind) {
  return kind === 'exact' || kind === 'theorem' ? tolerances.exact : tolerances.hostStatistic
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
