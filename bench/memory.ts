/** '217 MiB'; 'not known' where the system does not tell. */
export function memoryInWords(bytes: number | null): string {
  return bytes === null ? 'not known' : `${Math.round(bytes / 2 ** 20)} MiB`
}

/** '217.3 MiB' */
export function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`
}
