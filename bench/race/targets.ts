/** A speed that this project wants to reach: how many times as long as another contender it may take. */
export interface Target {
  /** key of the work */
  readonly work: string
  readonly contender: string
  readonly against: string
  readonly atMost: number
}

/** They stand whether they are reached or not; the race says how far off each is. */
export const targets: readonly Target[] = [
  { work: 'lenet', contender: 'wasm', against: 'Keras, one core', atMost: 2 },
  { work: 'lenet', contender: 'tensorflow, one core', against: 'Keras, one core', atMost: 1.1 },
  { work: 'lenet variants', contender: 'wasm, a process a core', against: 'Keras, all cores', atMost: 2 },
  { work: 'lenet variants', contender: 'wasm, a process a core', against: 'Keras, all cores', atMost: 1.5 },
  { work: 'eggholder 16', contender: 'wasm', against: 'Keras, all cores', atMost: 2 },
  { work: 'eggholder 128 16', contender: 'wasm', against: 'Keras, all cores', atMost: 2 },
  { work: 'eggholder 256 128', contender: 'wasm', against: 'Keras, all cores', atMost: 2.5 },
  { work: 'eggholder 128 128 64', contender: 'wasm', against: 'Keras, all cores', atMost: 2.5 },
  { work: 'relu', contender: 'wasm', against: 'Keras, all cores', atMost: 1 / 200 },
  { work: 'relu', contender: 'wasm', against: 'JAX, all cores, with compiling', atMost: 1.2 },
]
