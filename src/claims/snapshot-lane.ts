import type { EngineName } from '../backend/engine.ts'
import { defaultSeed, type Scale } from '../switches.ts'

/**
 * The (engine, scale) pairs whose metrics are stored, at the default seed. Everywhere else the gate is the verdict:
 * other engines round differently, and other seeds draw other samples.
 */
const lanes = ['wasm-quick'] as const

export type SnapshotLane =
  | { readonly compared: true; readonly name: string }
  | { readonly compared: false; readonly reason: string }

/** Whether the metrics of a run are compared with stored ones, and with which. */
export function snapshotLane(run: { engine: EngineName; scale: Scale; seed: string }): SnapshotLane {
  if (run.seed !== defaultSeed) return { compared: false, reason: `not compared: the seed is not ${defaultSeed}` }
  const name = `${run.engine}-${run.scale}`
  return lanes.some((lane) => lane === name)
    ? { compared: true, name }
    : { compared: false, reason: `not compared: no metrics are stored for ${run.engine} at ${run.scale} scale` }
}

/**
 * Where the metrics of a spec file lie: the path of the spec under `snapshots/`, with the lane in the file name. A run
 * that is not compared gets a path at which nothing ever lies, so that an update cannot touch a lane.
 *
 * @param specPath - relative to the project, with forward slashes: 'spec/1-perceptron/x.spec.ts'
 */
export function snapshotPath(specPath: string, lane: SnapshotLane): string {
  const path = specPath.slice('spec/'.length, -'.spec.ts'.length)
  return `snapshots/${path}.${lane.compared ? lane.name : 'not-compared'}.snap`
}
