import type { EngineName } from './engine.ts'

const onOneGpu: readonly EngineName[] = ['tensorflow-gpu', 'webgpu']

/**
 * How many processes train at the same time: one for each core, but two on a GPU, which runs the kernels of one process
 * at a time. The second computes on the host while the first has the GPU; a third gains next to nothing. Measured with
 * webgpu on an NVIDIA H200 and 16 cores: three claims took a minute by one process, 38 s by two and 36 s by three; among
 * sixteen processes one of them took 211 s, where it had taken 25 s alone.
 *
 * @param cores - of the machine
 */
export function processesAtOnce(engine: EngineName, cores: number): number {
  return onOneGpu.includes(engine) ? Math.min(2, cores) : cores
}
