import { type Evidence, meanEvidence } from '../../claims/evidence.ts'
import type { TrainedLenet } from './experiment.ts'

/** The loss while training, in each epoch, over several trainings of one net: what Keras prints after each epoch. */
export function trajectoryEvidence(nets: readonly TrainedLenet[]): Evidence[] {
  return nets[0]!.history.map((_, epoch) =>
    meanEvidence(
      `training_loss_in_epoch_${epoch + 1}`,
      nets.map(({ history }) => history[epoch]!.training.loss),
      'nat',
    ),
  )
}
