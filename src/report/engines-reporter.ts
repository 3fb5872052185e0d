import type { Reporter, SerializedError, TestModule, TestSpecification } from 'vitest/node'
import type { EngineDescription, EngineName } from '../backend/engine.ts'
import { type EngineResult, engineMatrix } from './engine-matrix.ts'
import { lostSpecs } from './lost-specs.ts'
import { fileOf, hasEnded } from './test-module.ts'

/** An engine that a run leaves out, and why. */
export interface AbsentEngine {
  readonly name: EngineName
  readonly reason: string
}

/** Prints the matrix of engines and specs. The projects of the run are named by their engines. */
export class EnginesReporter implements Reporter {
  readonly #root: string
  readonly #absent: readonly AbsentEngine[]
  #asked: readonly TestSpecification[] = []

  /** @param root - the project's folder */
  constructor(root: string, absent: readonly AbsentEngine[]) {
    this.#root = root
    this.#absent = absent
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#asked = specifications
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const ended = new Map(modules.filter(hasEnded).map((module) => [this.#keyOf(module), module]))
    const engines = [...new Set(this.#asked.map(({ project }) => project.name as EngineName))]
    const results = this.#asked.map((asked): EngineResult => {
      const module = ended.get(this.#keyOf(asked))
      const file = fileOf(asked, this.#root)
      const engine = asked.project.name as EngineName
      if (module === undefined) return { engine, file, outcome: 'lost', deviation: null }
      return { engine, file, outcome: outcomeOf(module), deviation: largestDeviation(module) }
    })
    console.log(['', ...engineMatrix(results, engines), '', ...this.#devices(engines, modules), ''].join('\n'))
    for (const engine of engines) {
      const files = results.filter((result) => result.engine === engine)
      const endedFiles = new Set(files.filter(({ outcome }) => outcome !== 'lost').map(({ file }) => file))
      const lost = lostSpecs(
        engine,
        files.map(({ file }) => file),
        endedFiles,
        errors,
        // HOMEWORK_BACKEND means nothing here.
        `leave the engine out by --project='!${engine}'`,
      )
      if (lost !== null) console.error(`${lost}\n`)
    }
  }

  #devices(engines: readonly EngineName[], modules: readonly TestModule[]): string[] {
    const descriptions = engines.map((engine) =>
      descriptionOf(modules.filter(({ project }) => project.name === engine)),
    )
    return [
      'The largest deviation of each spec, in per cent of what its tolerance allows.',
      ...engines.map((engine, index) => `${engine}: ${inWords(descriptions[index])}.`),
      ...this.#absent.map(({ name, reason }) => `${name}: not here, ${reason}.`),
    ]
  }

  #keyOf(spec: TestModule | TestSpecification): string {
    return `${spec.project.name} ${spec.moduleId}`
  }
}

function outcomeOf(module: TestModule): EngineResult['outcome'] {
  if (!module.ok()) return 'failed'
  const tests = [...module.children.allTests()]
  return tests.every((test) => test.result().state === 'skipped') ? 'skipped' : 'passed'
}

function largestDeviation(module: TestModule): number | null {
  const deviations = [...module.children.allTests()].flatMap((test) => test.meta().deviation ?? [])
  return deviations.length === 0 ? null : Math.max(...deviations)
}

function descriptionOf(modules: readonly TestModule[]): EngineDescription | undefined {
  for (const module of modules) {
    for (const test of module.children.allTests()) if (test.meta().engine) return test.meta().engine
  }
  return undefined
}

function inWords(description: EngineDescription | undefined): string {
  if (description === undefined) return 'it was not opened'
  return `${description.device}, ${description.package} ${description.version}`
}
