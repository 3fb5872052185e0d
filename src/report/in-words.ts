/**
 * Names of metrics as people read them.
 *
 * @example inWords('hinge_test_accuracy is 0.9') // 'hinge test accuracy is 0.9'
 */
export function inWords(text: string): string {
  return text.replace(/[a-z0-9]+(?:_[a-z0-9]+)+/g, (name) => name.replaceAll('_', ' '))
}
