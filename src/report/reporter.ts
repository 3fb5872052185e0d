import { existsSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Reporter, SerializedError, TestCase, TestModule, TestSpecification, Vitest } from 'vitest/node'
import type { EngineChoice } from '../backend/chain.ts'
import type { EngineDescription } from '../backend/engine.ts'
import { startStopwatch } from '../clock.ts'
import { HomeworkError } from '../homework-error.ts'
import type { Switches } from '../switches.ts'
import { type ClaimsJson, claimsJson, type ReportedClaim } from './claims-json.ts'
import { claimsMarkdown } from './claims-markdown.ts'
import { faultsOfRun } from './faults-of-run.ts'
import { gatheredClaims } from './gathered-claims.ts'
import { gitOutput } from './git-output.ts'
import { addToJobSummary } from './job-summary.ts'
import { lostSpecs } from './lost-specs.ts'
import { mixedRuns, secondsOfShards } from './merged-shards.ts'
import type { Problem } from './page/problems.ts'
import { terminalTable } from './terminal-table.ts'
import { fileOf, hasEnded } from './test-module.ts'
import { writeReport } from './write-report.ts'

/**
 * Turns what the specs measured into the report: `claims-report/claims.json`, `claims.md`, `index.html` and the figures, a table on
 * the terminal, and the job summary of a CI that has one. It goes red by itself for what no single spec can see: two
 * specs of one claim, a spec file without a claim, and an error budget that is overspent with the default seed.
 */
export class ClaimsReporter implements Reporter {
  readonly #root: string
  readonly #switches: Switches
  readonly #choice: EngineChoice
  readonly #problems: readonly Problem[] | undefined
  #vitest: Vitest | null = null
  #stopwatch = startStopwatch()
  /** the spec files of this run */
  #asked: readonly string[] = []
  /** the exit code before this reporter went red; null while it has not */
  #exitCodeBefore: { readonly value: typeof process.exitCode } | null = null

  /**
   * @param root - the project's folder
   * @param choice - the engine that the workers were told to open
   * @param problems - of another homework than this one
   */
  constructor(root: string, switches: Switches, choice: EngineChoice, problems?: readonly Problem[]) {
    this.#root = root
    this.#switches = switches
    this.#choice = choice
    this.#problems = problems
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#stopwatch = startStopwatch()
    this.#asked = specifications.map((specification) => fileOf(specification, this.#root))
    // In watch mode the fault of an earlier run may be mended.
    if (this.#exitCodeBefore !== null) process.exitCode = this.#exitCodeBefore.value
    this.#exitCodeBefore = null
  }

  onTestRunEnd(ran: readonly TestModule[], errors: readonly SerializedError[]): void {
    const ended = new Set(ran.filter(hasEnded).map((module) => fileOf(module, this.#root)))
    const lost = lostSpecs(this.#choice.engine, this.#asked, ended, errors)
    if (lost !== null) this.#goRed(lost)
    // In watch mode a run holds only what an edit touched; the state remembers the rest.
    const { state } = this.#vitest!
    const modules = state.getTestModules()
    const merged = state.blobs ?? null
    const claims = modules.flatMap((module) => gatheredClaims(module, this.#root))
    const notLoaded = this.#notLoaded(modules)
    if (claims.length + notLoaded.length === 0) return
    const judged = claimsJson(
      {
        scale: claims[0]?.record.scale ?? this.#switches.scale,
        seed: claims[0]?.record.seed ?? this.#switches.seed,
        partial: notLoaded.length > 0 || this.#isPartial(modules),
        notLoaded,
        commit: gitOutput(this.#root, 'rev-parse', 'HEAD'),
        wallSeconds: merged === null ? this.#stopwatch() : secondsOfShards(merged.executionTimes),
        backend: claims.find(({ record }) => record.engine)?.record.engine ?? unopened(this.#choice),
        data: dataOf(claims),
      },
      claims,
    )
    const faults = [...mixedRuns(claims), ...faultsOfRun(judged, this.#switches)]
    const report = { ...judged, faults: lost === null ? faults : [lost, ...faults] }
    this.#attempt(() => writeReport(join(this.#root, 'claims-report'), report, claims, this.#problems))
    // A forge shows no file of this machine beside the summary.
    this.#attempt(() => addToJobSummary(claimsMarkdown(report, 'captions')))
    // What this machine passed over says nothing of the machines that ran the shards.
    console.log(terminalTable(report, merged === null ? this.#choice : { ...this.#choice, passedOver: [] }))
    for (const fault of faults) this.#goRed(fault)
  }

  #goRed(fault: string): void {
    console.error(`${fault}\n`)
    this.#exitCodeBefore ??= { value: process.exitCode }
    process.exitCode = 1
  }

  /** What the surroundings refuse turns the run red by its own words, and keeps nothing else from being said. */
  #attempt(action: () => void): void {
    try {
      action()
    } catch (error) {
      if (!(error instanceof HomeworkError)) throw error
      this.#goRed(error.message)
    }
  }

  /** Spec files of claims that failed outside their tests, or that ended and stated no claim. */
  #notLoaded(modules: readonly TestModule[]): string[] {
    const files = new Set(claimFiles(this.#root))
    return modules
      .filter(({ moduleId }) => files.has(moduleId))
      .filter(
        (module) => module.errors().length > 0 || (hasEnded(module) && gatheredClaims(module, this.#root).length === 0),
      )
      .map((module) => fileOf(module, this.#root))
      .sort()
  }

  /** Whether a claim's spec file, or a test of one, was left out of the run. */
  #isPartial(modules: readonly TestModule[]): boolean {
    const ran = new Set(modules.map(({ moduleId }) => moduleId))
    if (claimFiles(this.#root).some((file) => !ran.has(file))) return true
    return modules.some((module) => [...module.children.allTests()].some(wasLeftOut))
  }
}

/** Not so for a test that skipped itself and gave the reason; the mode of both is the same once shards are merged. */
function wasLeftOut(test: TestCase): boolean {
  const result = test.result()
  return result.state === 'skipped' && result.note === undefined
}

/** A run of claims that need no engine. */
function unopened({ engine }: EngineChoice): EngineDescription {
  return { name: engine, device: 'not opened', package: 'none', version: 'none' }
}

/** The data of the runs, as their keys name them. A claim can only be judged by genuine ones. */
function dataOf(claims: readonly ReportedClaim[]): ClaimsJson['data'] {
  const digest = claims.find(({ record }) => record.data !== null)?.record.data ?? null
  return { mnist: digest === null ? 'absent' : 'genuine', mnistDigest: digest }
}

/** All spec files of claims that there are. */
function claimFiles(root: string): string[] {
  const folder = join(root, 'spec')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.split(sep).join('/'))
  return files
    .filter((file) => /^[1-4]-.*\.spec\.ts$/.test(file))
    .map((file) => `${root.split(sep).join('/')}/spec/${file}`)
}
