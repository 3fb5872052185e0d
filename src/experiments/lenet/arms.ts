import type { Arm } from './experiment.ts'

type ArmName = 'plain' | 'batchNormalisation' | 'inputBatchNormalisation' | 'dropout' | 'both'

/**
 * The nets as the assignment asks for them, in their first training: what has no batch normalisation at its input gets
 * standardised pixels, and what has one gets the pixels divided by 255, which it standardises by itself.
 */
export const assigned: Readonly<Record<ArmName, Arm>> = {
  plain: { variant: 'plain', scaling: 'standardised', repetition: 0 },
  batchNormalisation: { variant: 'batch normalisation', scaling: 'standardised', repetition: 0 },
  inputBatchNormalisation: { variant: 'input batch normalisation', scaling: 'divided by 255', repetition: 0 },
  dropout: { variant: 'dropout', scaling: 'standardised', repetition: 0 },
  both: { variant: 'both', scaling: 'divided by 255', repetition: 0 },
}

/** The nets as the notebook trained them, which standardised no pixels, and the plain one, which it lacks. */
export const submitted: Readonly<Record<ArmName, Arm>> = {
  plain: { ...assigned.plain, scaling: 'divided by 255' },
  batchNormalisation: { ...assigned.batchNormalisation, scaling: 'divided by 255' },
  inputBatchNormalisation: assigned.inputBatchNormalisation,
  dropout: { ...assigned.dropout, scaling: 'divided by 255' },
  both: assigned.both,
}
