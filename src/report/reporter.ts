import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Reporter, SerializedError, TestCase, TestModule, TestSpecification, Vitest } from 'vitest/node'
import type { EngineChoice } from '../backend/chain.ts'
import type { EngineDescription } from '../backend/engine.ts'
import { familywise, spent } from '../claims/error-budget.ts'
import { formatNumber } from '../claims/format-number.ts'
import { nameOf } from '../claims/front-matter.ts'
import { isHeldToBudget } from '../claims/held-to-budget.ts'
import type { ClaimRecord } from '../claims/record.ts'
import { startStopwatch } from '../clock.ts'
import type { Switches } from '../switches.ts'
import { type ClaimsJson, claimsJson, figureFolder, type ReportedClaim } from './claims-json.ts'
import { claimsMarkdown } from './claims-markdown.ts'
import { gitOutput } from './git-output.ts'
import { addToJobSummary } from './job-summary.ts'
import { lostSpecs } from './lost-specs.ts'
import { mixedRuns, secondsOfShards } from './merged-shards.ts'
import { missingInCi } from './missing-in-ci.ts'
import { claimsPage } from './page/claims-page.ts'
import type { Problem } from './page/problems.ts'
import { terminalTable } from './terminal-table.ts'
import { writeWhole } from './write-whole.ts'

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
    const claims = modules.flatMap((module) => claimsOf(module, this.#root))
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
    const faults = [...mixedRuns(claims), ...faultsOf(judged, this.#switches)]
    const report = { ...judged, faults: lost === null ? faults : [lost, ...faults] }
    try {
      this.#write(report, claims)
    } catch (error) {
      this.#goRed(this.#unwritten(error))
    }
    // What this machine passed over says nothing of the machines that ran the shards.
    console.log(terminalTable(report, merged === null ? this.#choice : { ...this.#choice, passedOver: [] }))
    for (const fault of faults) this.#goRed(fault)
  }

  #goRed(fault: string): void {
    console.error(`${fault}\n`)
    this.#exitCodeBefore ??= { value: process.exitCode }
    process.exitCode = 1
  }

  #write(report: ClaimsJson, claims: readonly ReportedClaim[]): void {
    const folder = join(this.#root, 'claims-report')
    rmSync(join(folder, 'figures'), { recursive: true, force: true })
    const drawings = new Map<string, Buffer>()
    for (const { record, svgs } of claims as readonly ClaimWithFigures[]) {
      record.figures.forEach((name, index) => {
        drawings.set(`${figureFolder(record.frontMatter)}/${name}`, svgs[index]!)
      })
    }
    for (const [path, svg] of drawings) writeWhole(join(folder, path), svg)
    writeWhole(
      join(folder, 'index.html'),
      claimsPage(report, (path) => drawings.get(path)!.toString(), this.#problems),
    )
    writeWhole(join(folder, 'claims.md'), claimsMarkdown(report))
    writeWhole(join(folder, 'claims.json'), `${JSON.stringify(report, null, 2)}\n`)
    // A forge shows no file of this machine beside the summary.
    addToJobSummary(claimsMarkdown(report, 'captions'))
  }

  /** Leaves no report of an earlier run that could be taken for that of this one. */
  #unwritten(error: unknown): string {
    const folder = join(this.#root, 'claims-report')
    try {
      rmSync(join(folder, 'claims.json'), { force: true })
    } catch {
      // The folder cannot be written, and the message says so.
    }
    return `The report ${folder} cannot be written: ${(error as Error).message}. Make the folder writable and free some space on its disk.`
  }

  /** Spec files of claims that failed outside their tests, or that ended and stated no claim. */
  #notLoaded(modules: readonly TestModule[]): string[] {
    const files = new Set(claimFiles(this.#root))
    return modules
      .filter(({ moduleId }) => files.has(moduleId))
      .filter((module) => module.errors().length > 0 || (hasEnded(module) && claimsOf(module, this.#root).length === 0))
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

interface ClaimWithFigures extends ReportedClaim {
  readonly svgs: readonly Buffer[]
}

function claimsOf(module: TestModule, root: string): ClaimWithFigures[] {
  const tests = [...module.children.allTests()].filter((test) => test.meta().claim)
  const groups = groupBy(tests, (test) => nameOf(test.meta().claim!.frontMatter))
  return [...groups.values()].map((group) => ({
    record: merge(group),
    file: fileOf(module, root),
    seconds: sum(group.map((test) => test.diagnostic()?.duration ?? 0)) / 1000,
    passed: group.every((test) => test.result().state !== 'failed'),
    failures: group.flatMap((test) =>
      (test.result().errors ?? []).map(({ message }) => stripVTControlCharacters(message)),
    ),
    captions: figuresOf(group).map(({ message }) => message),
    svgs: figuresOf(group).map(({ attachment }) => Buffer.from(String(attachment?.body), 'base64')),
  }))
}

function figuresOf(tests: readonly TestCase[]) {
  return tests.flatMap((test) => test.annotations().filter(({ type }) => type === 'figure'))
}

/** Relative to the project, with forward slashes. */
function fileOf(module: { readonly moduleId: string }, root: string): string {
  return relative(root, module.moduleId).split(sep).join('/')
}

/** Not so for a test that skipped itself and gave the reason; the mode of both is the same once shards are merged. */
function wasLeftOut(test: TestCase): boolean {
  const result = test.result()
  return result.state === 'skipped' && result.note === undefined
}

/** Not so if the run was cancelled before. */
function hasEnded(module: TestModule): boolean {
  return ['passed', 'failed', 'skipped'].includes(module.state())
}

/** Each test of a claim carries the record as far as it was then: what is known in any of them is known. */
function merge(tests: readonly TestCase[]): ClaimRecord {
  const whole = { ...tests[0]!.meta().claim! }
  for (const test of tests) {
    const known = Object.entries(test.meta().claim!).filter(([, value]) => value !== null && !isEmpty(value))
    Object.assign(whole, Object.fromEntries(known))
  }
  return whole
}

/** A run of claims that need no engine. */
function unopened({ engine }: EngineChoice): EngineDescription {
  return { name: engine, device: 'not opened', package: 'none', version: 'none' }
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function faultsOf({ claims, notLoaded, seed }: ClaimsJson, { allowSynthetic }: Switches): string[] {
  const twice = [...groupBy(claims, nameOf)]
    .filter(([, entries]) => entries.length > 1)
    .map(
      ([name, entries]) =>
        `The claim ${name} stands in ${entries.length} specs: ${entries.map(({ file }) => file).join(', ')}.`,
    )
  const notRun = claims.filter(({ verdict, passed }) => verdict === 'not-run' && passed).length
  const withoutClaim = notLoaded.map(
    (file) => `No claim can be judged by ${file}: it failed outside its tests, or states none.`,
  )
  const faults = [...twice, ...withoutClaim, missingInCi(process.env, allowSynthetic, notRun)].filter(
    (fault) => fault !== null,
  )
  const held = claims.filter(({ evidence }) => isHeldToBudget(seed, evidence))
  const cost = spent(held)
  if (cost <= familywise) return faults
  const biggest = [...held].sort((a, b) => b.alpha + b.lost - a.alpha - a.lost).slice(0, 3)
  return [
    ...faults,
    `The error budget is overspent: ${formatNumber(cost)} of ${familywise}, most of it by ` +
      `${biggest.map((entry) => `${nameOf(entry)} ${formatNumber(entry.alpha + entry.lost)}`).join(', ')}.`,
  ]
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

function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value])
  return groups
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
