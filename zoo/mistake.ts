import { HomeworkError } from '../src/homework-error.ts'

/**
 * A mistake that a student might hand in, as text that takes the place of other text. A diff would carry line numbers and
 * neighbouring lines, which any edit nearby makes stale; here only the lines that are mistaken are named, and they must
 * stand in the file once and as they are, or the mistake says that it does not apply any more.
 */
export interface Mistake {
  /** what was handed in, in a few words; unique */
  readonly name: string
  readonly edits: readonly Edit[]
  /** the specs that must go red, each as its path in spec/ without '.spec.ts' */
  readonly seenBy: readonly string[]
}

export interface Edit {
  /** path in src/ */
  readonly file: string
  /** stands in the file exactly once */
  readonly right: string
  readonly wrong: string
}

/**
 * The text of a file with the mistake in it.
 *
 * @throws {HomeworkError} if what is replaced does not stand in it exactly once
 */
export function withMistake(text: string, { file, right, wrong }: Edit, name: string): string {
  const places = text.split(right).length - 1
  if (places !== 1) {
    throw new HomeworkError(
      `The mistake '${name}' replaces '${right}', which stands in src/${file} ${places} times. ` +
        'Write the mistake anew for the code as it is now, or let it replace more of the line.',
    )
  }
  // A replacement that is text would read its dollar signs as patterns.
  return text.replace(right, () => wrong)
}
