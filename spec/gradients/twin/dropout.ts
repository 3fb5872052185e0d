import type { Field, Twin, Values } from './field.ts'

/** Dropout with a given mask of zeros and scales: the product, whose derivative is the mask. */
export function dropout({ shape, values }: Field, mask: Values): Twin {
  const times = (factors: Values) => Float64Array.from(mask, (scale, index) => scale * factors[index]!)
  return { output: { shape, values: times(values) }, back: (after) => ({ input: times(after), parameters: {} }) }
}
