import type { BuiltFor } from '../backend/built-engine.ts'

/** One of the engines that can be built. */
export interface Variant {
  readonly builtFor: BuiltFor
  /** The engine's name in HOMEWORK_BACKEND. */
  readonly engine: 'tensorflow' | 'tensorflow-gpu'
  /** The version that TensorFlow's library says. */
  readonly tensorflow: string
  /** pip's list of the wheels, each with its SHA-256. */
  readonly requirements: URL
  /** Bytes on the disk while it is built: the wheels, their libraries and what npm brings. */
  readonly diskBytes: number
}

/** Measured: 274 MB of wheel, 855 MB of libraries and 10 MB from npm for the CPU; 3.4 GB, 5.7 GB and 10 MB for the GPU. */
export const variants: Readonly<Record<BuiltFor, Variant>> = {
  cpu: {
    builtFor: 'cpu',
    engine: 'tensorflow',
    tensorflow: '2.21.0',
    requirements: new URL('./requirements-cpu.txt', import.meta.url),
    diskBytes: 1.3e9,
  },
  gpu: {
    builtFor: 'gpu',
    engine: 'tensorflow-gpu',
    tensorflow: '2.21.0',
    requirements: new URL('./requirements-gpu.txt', import.meta.url),
    diskBytes: 10e9,
  },
}
