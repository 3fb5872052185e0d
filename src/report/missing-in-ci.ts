/**
 * Why CI goes red although no spec failed: claims could not be run for want of MNIST, and nobody would notice. A
 * person at a terminal sees them skipped, with the reason.
 *
 * @param environment - for example `process.env`; CI is set if it is any non-empty text, as Vitest has it
 * @param allowSynthetic - the switch HOMEWORK_ALLOW_SYNTHETIC
 * @param notRun - how many claims on MNIST were not run
 * @returns a sentence, or null where nothing is wrong
 */
export function missingInCi(
  environment: Readonly<Record<string, string | undefined>>,
  allowSynthetic: boolean,
  notRun: number,
): string | null {
  if (!environment.CI || allowSynthetic || notRun === 0) return null
  return (
    `CI is set, and ${notRun === 1 ? 'one claim was' : `${notRun} claims were`} not run for want of MNIST. Set MNIST_DIR to the ` +
    'folder of its four files or allow the download, or set HOMEWORK_ALLOW_SYNTHETIC=1 to pass without these claims.'
  )
}
