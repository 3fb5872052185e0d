import type { Mistake } from './mistake.ts'
import { dyingReluMistakes } from './mistakes/dying-relu.ts'
import { eggholderMistakes } from './mistakes/eggholder.ts'
import { lenetMistakes } from './mistakes/lenet.ts'
import { perceptronMistakes } from './mistakes/perceptron.ts'
import { statisticsMistakes } from './mistakes/statistics.ts'
import { trainingMistakes } from './mistakes/training.ts'

/** Every mistake of the zoo. */
export const mistakes: readonly Mistake[] = [
  ...perceptronMistakes,
  ...dyingReluMistakes,
  ...trainingMistakes,
  ...lenetMistakes,
  ...eggholderMistakes,
  ...statisticsMistakes,
]
