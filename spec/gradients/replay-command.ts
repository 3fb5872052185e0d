import type { Switches } from '../../src/switches.ts'

/**
 * The command that runs one case of one property again. The words after the variables are the same in every shell: each
 * character of the name that a shell or a regular expression could take for its own is `.`, which matches any.
 *
 * @param file - of the spec
 * @param name - of the test, with those around it
 */
export function replayCommand(
  { seed, backend, gradientPath }: Pick<Switches, 'seed' | 'backend' | 'gradientPath'>,
  file: string,
  name: string,
): string {
  const variables = `HOMEWORK_SEED=${quoted(seed)} HOMEWORK_BACKEND=${backend} HOMEWORK_GRADIENT_PATH=${gradientPath}`
  return `${variables} npx vitest run ${file} -t "^${name.replaceAll(/[^\w ]/g, '.')}$"`
}

function quoted(text: string): string {
  return /^[\w-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
