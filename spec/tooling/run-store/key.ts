import type { RunKey } from '../../../src/training/run-store.ts'

/** The key of a run that is like any other. */
export const key: RunKey = {
  experiment: 'LeNet with dropout',
  sources: 'c0ffee',
  configuration: { layers: [6, 16], dropout: { rate: 0.5, spatial: false } },
  seed: 'first',
  engine: 'wasm 4.22.0',
}
