/** The names of the engines in the order in which `auto` prefers them. */
export const engineNames = ['tensorflow-gpu', 'webgpu', 'tensorflow', 'wasm', 'cpu'] as const

export type EngineName = (typeof engineNames)[number]

/** What runs the tensors; every run and every report names it. */
export interface EngineDescription {
  readonly name: EngineName
  /** The device really used, for example `CPU, one thread, SIMD`. */
  readonly device: string
  /** The npm package that brings the engine, and its version. */
  readonly package: string
  readonly version: string
}

/** What a machine has of an engine: `only if forced` engines run, but nobody would choose them for speed. */
export type Presence =
  | { readonly usable: 'yes' }
  | { readonly usable: 'only if forced'; readonly reason: string }
  | { readonly usable: 'no'; readonly reason: string; readonly remedy: string }

/** One way to run tensors. */
export interface Engine {
  readonly name: EngineName
  /** Says whether the machine has the engine. Loads no native code into this process and never throws. */
  probe(): Promise<Presence>
  /**
   * Makes `@tensorflow/tfjs` run on the engine in this process.
   *
   * @throws {HomeworkError} if the engine does not start
   */
  open(): Promise<EngineDescription>
}
