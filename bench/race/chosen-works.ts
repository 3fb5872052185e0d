import { HomeworkError } from '../../src/homework-error.ts'
import type { Work } from '../work.ts'
import { works } from './works.ts'

/**
 * The works that have these words in their key or name; all for no words.
 *
 * @throws {HomeworkError} if there is none
 */
export function chosenWorks(only: string): readonly Work[] {
  const wanted = only.toLowerCase()
  const chosen = works.filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(wanted))
  if (chosen.length > 0) return chosen
  throw new HomeworkError(
    `--only ${only} names no work of the bench. There are: ${works.map(({ key }) => key).join(', ')}.`,
  )
}
