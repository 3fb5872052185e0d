import { sourceDigest } from '../../../src/training/source-digest.ts'

/** As an experiment does it, while its module is evaluated. */
export const sources = sourceDigest(import.meta.url)
