/** A plain float64 twin of the dense layers of an ensemble, straight from the definitions. */

export interface DenseSizes {
  readonly nets: number
  readonly batch: number
  readonly inputs: number
  readonly units: number
}

/** A sum, and the sum of its terms' sizes, on which its error in float32 depends. */
export interface Summed {
  readonly sum: number
  readonly size: number
  readonly terms: number
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index)

function summed(terms: readonly number[]): Summed {
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
  return { sum: total(terms), size: total(terms.map(Math.abs)), terms: terms.length }
}

/**
 * activation(x · kernel + bias), and its gradients for the derivatives `after` of what comes after.
 *
 * @param x - [nets, batch, inputs]
 * @param kernel - [nets, inputs, units]
 * @param bias - [nets, units]
 * @param after - [nets, batch, units]
 * @param slope - of the activation below zero and at the kink
 */
export function denseTwin(
  { nets, batch, inputs, units }: DenseSizes,
  [x, kernel, bias, after]: readonly ArrayLike<number>[],
  slope: number,
) {
  const xOf = (net: number, row: number, input: number) => x![(net * batch + row) * inputs + input]!
  const kernelOf = (net: number, input: number, unit: number) => kernel![(net * inputs + input) * units + unit]!
  const weighed = (net: number, row: number, unit: number) => [
    ...range(inputs).map((input) => xOf(net, row, input) * kernelOf(net, input, unit)),
    bias![net * units + unit]!,
  ]
  const factor = (net: number, row: number, unit: number) => (summed(weighed(net, row, unit)).sum > 0 ? 1 : slope)
  const derivative = (net: number, row: number, unit: number) =>
    after![(net * batch + row) * units + unit]! * factor(net, row, unit)
  const each = (rows: number, columns: number, terms: (net: number, row: number, column: number) => number[]) =>
    range(nets * rows * columns).map((index) => {
      const [net, rest] = [Math.floor(index / (rows * columns)), index % (rows * columns)]
      return summed(terms(net, Math.floor(rest / columns), rest % columns))
    })
  return {
    value: each(batch, units, (net, row, unit) => weighed(net, row, unit).map((term) => term * factor(net, row, unit))),
    x: each(batch, inputs, (net, row, input) =>
      range(units).map((unit) => derivative(net, row, unit) * kernelOf(net, input, unit)),
    ),
    kernel: each(inputs, units, (net, input, unit) =>
      range(batch).map((row) => xOf(net, row, input) * derivative(net, row, unit)),
    ),
    bias: each(1, units, (net, _, unit) => range(batch).map((row) => derivative(net, row, unit))),
  }
}
