import { claim } from '../../../src/claims/claim.ts'
import { announceProgress } from '../../../src/training/announce-progress.ts'
import { known } from './known.ts'

claim({
  ...known,
  part: 'slow',
  experiment: (configuration, laboratory) => {
    // As a training of two minutes would tell, a quarter of which is done.
    announceProgress('LeNet-5, dropout')({ epoch: 1, epochs: 5, share: 0.25, seconds: 31, secondsLeft: 93 })
    return known.experiment(configuration, laboratory)
  },
})
