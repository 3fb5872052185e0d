import type { ValueQuestion } from '../../claims/judges/value.ts'
import type { TrainedLenet } from './experiment.ts'
import { resolutionOfTrainingLosses } from './smallest-effects.ts'

/**
 * The loss while training, in each epoch, over several trainings of one net, beside what the notebook printed of it: Keras
 * prints the mean over the batches of an epoch, each before its step.
 *
 * @param printed - one an epoch
 * @returns the last epoch first
 */
export function trajectoryQuestions(nets: readonly TrainedLenet[], printed: readonly number[]): ValueQuestion[] {
  const questions = printed.map((reported, epoch) => ({
    metric: `training_loss_in_epoch_${epoch + 1}`,
    values: nets.map(({ history }) => history[epoch]!.training.loss),
    reported,
    resolution: resolutionOfTrainingLosses,
    unit: 'nat',
  }))
  return questions.reverse()
}
