import type { Laboratory } from '../../training/laboratory.ts'
import { genuineMnist } from './comparison.ts'
import type { Arm } from './experiment.ts'
import { type LayerShift, type ShiftTraining, type StepShift, shiftRun } from './internal-covariate-shift.ts'

/** Two nets, each trained several times: a training of both has the same kernels and batches. */
export interface ShiftComparison extends ShiftTraining {
  /** the net that the claim says shifts less, and its rival */
  readonly nets: readonly [Arm, Arm]
  /** independent trainings of each, from the repetition of its arm on */
  readonly repetitions: number
}

/**
 * The beginning of a training, by the assignment's learning rate. What takes time is images, so at quick scale a batch
 * has few of them; at full scale it has the assignment's 100, and the training lasts ten times as long.
 */
export const shiftTrainings = {
  quick: { steps: 40, batchSize: 25, learningRate: 0.01, every: 4, probeImages: 50, repetitions: 14 },
  full: { steps: 400, batchSize: 100, learningRate: 0.01, every: 20, probeImages: 200, repetitions: 20 },
} as const satisfies Record<string, Omit<ShiftComparison, 'nets'>>

/** The shifts of both nets in each training: [nets][repetitions][measured steps]. */
export type ComparedShifts = readonly [Trainings, Trainings]

type Trainings = readonly (readonly StepShift[])[]

/** How much a step shifts a layer, as a positive number that does not depend on the layer's scale. */
export type ShiftMeasure = (shift: LayerShift) => number

/** The smallest reduction that anybody would care about, in decades: by a third, 10^−0.18 = 0.66. */
export const smallestReduction = 0.18

/** By the definition of Ioffe & Szegedy. */
export const shiftOfInput: ShiftMeasure = ({ input }) => input

/** By the definition of Santurkar et al., relative to the gradient, as nets have gradients of unequal sizes. */
export const shiftOfGradient: ShiftMeasure = ({ gradient }) => gradient.difference / gradient.norm

/**
 * Measures both nets on genuine MNIST.
 *
 * @throws as `compareNets` does
 */
export async function compareShifts(
  { nets, repetitions, ...training }: ShiftComparison,
  laboratory: Laboratory,
): Promise<ComparedShifts> {
  const mnist = await genuineMnist(laboratory)
  const requests = nets.flatMap((arm) =>
    Array.from({ length: repetitions }, (_, index) =>
      shiftRun({ ...training, ...arm, repetition: arm.repetition + index }, laboratory, mnist),
    ),
  )
  const shifts = await laboratory.store.runAll(await Promise.all(requests))
  return [shifts.slice(0, repetitions), shifts.slice(repetitions)]
}

/**
 * The shift of one training, in decades: the mean of log₁₀ over its measured steps and its later layers. Steps of one
 * training depend on each other, so a training gives one number.
 */
export function decadesOf(shifts: readonly StepShift[], measure: ShiftMeasure): number {
  const logarithms = shifts.flatMap(({ layers }) => layers.map((layer) => Math.log10(measure(layer))))
  return logarithms.reduce((sum, value) => sum + value, 0) / logarithms.length
}

/** For each training how much less the first net shifts than its rival, in decades. */
export function reductions([net, rival]: ComparedShifts, measure: ShiftMeasure): Float64Array {
  return Float64Array.from(rival, (shifts, index) => decadesOf(shifts, measure) - decadesOf(net[index]!, measure))
}
