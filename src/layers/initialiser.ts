import type { Stream } from '../random/stream.ts'
import { sizeOf } from './fans.ts'
import { glorotUniform } from './glorot-uniform.ts'
import { heNormal, heUniform } from './he.ts'

/** Draws first values of a parameter on the host: the same on every engine. */
export type Initialise = (stream: Stream, shape: readonly number[]) => Float32Array<ArrayBuffer>

/** All zeros: the first biases, betas and moving means of Keras. */
export const zeros: Initialise = (_stream, shape) => new Float32Array(sizeOf(shape))

/** All ones: the first gammas and moving variances of Keras. */
export const ones: Initialise = (_stream, shape) => new Float32Array(sizeOf(shape)).fill(1)

/** The initialisers of kernels, by the name that a configuration holds. */
export const initialisers = {
  'glorot uniform': glorotUniform,
  'he normal': heNormal,
  'he uniform': heUniform,
  zeros,
  ones,
} as const satisfies Record<string, Initialise>

export type InitialiserName = keyof typeof initialisers
