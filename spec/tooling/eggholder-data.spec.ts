import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import golden from '../../fixtures/eggholder/golden.json' with { type: 'json' }
import { eggholder } from '../../src/experiments/eggholder/function.ts'
import { drawnSplit, notebookSplit } from '../../src/experiments/eggholder/points.ts'
import { scaledSplit } from '../../src/experiments/eggholder/scaled-split.ts'
import { fitScaler, type Scaler, standardised } from '../../src/experiments/eggholder/standard-scaler.ts'
import { randomStream } from '../../src/random/stream.ts'
import { ulpDistance } from '../../src/random/ulp-distance.ts'

const split = notebookSplit()
const parts = ['train', 'test'] as const

/** What scikit-learn fitted. */
const fitted = ({ mean, scale }: { mean: number[]; scale: number[] }): Scaler => ({
  mean: Float64Array.from(mean),
  deviation: Float64Array.from(scale),
})
const scalers = { inputs: fitted(golden.scalers.inputs), targets: fitted(golden.scalers.targets) }

/** Rows of `width` values at some places, flat. */
const rowsAt = (values: ArrayLike<number>, places: readonly number[], width: number) =>
  places.flatMap((place) => Array.from({ length: width }, (_, column) => values[width * place + column]!))

describe.each(parts)('the points of the notebook, %s:', (part) => {
  const { places, inputs, targets } = golden[part]

  test('all are those of NumPy and scikit-learn, bit for bit and in their order', () => {
    // The bytes are little-endian, as x86-64 and ARM hold them.
    expect(createHash('sha256').update(split[part].inputs).digest('hex')).toBe(golden.digests[part])
    expect(rowsAt(split[part].inputs, places, 2)).toEqual(inputs)
  })

  test('their targets are NumPy’s within 4 ULP of the terms that they are made of', () => {
    const errors = rowsAt(split[part].targets, places, 1).map((target, index) => {
      const terms = termsOf(inputs[2 * index]!, inputs[2 * index + 1]!, targets[index]!)
      return Math.abs(target - targets[index]!) / (Number.EPSILON * terms)
    })
    expect(errors.filter((error) => !(error <= 4))).toEqual([])
  })
})

/**
 * The size of what is added up to a target. Where it cancels, the sum is far smaller than the errors of its terms, so
 * that these, and not its own ULP, are the measure. Sines of two libraries are neighbouring doubles at most: a relative
 * difference of 2⁻⁵², and of 2⁻⁵¹ once the product is rounded. The two sums round by 2⁻⁵² of the size each, which makes 4
 * units. A normal is within 4 ULP and its product with 0.3 within 5; with the sums that is 7, hence twice the noise.
 */
function termsOf(x1: number, x2: number, target: number): number {
  const first = (x2 + 47) * Math.sin(Math.sqrt(Math.abs(x1 / 2 + (x2 + 47))))
  const second = x1 * Math.sin(Math.sqrt(Math.abs(x1 - (x2 + 47))))
  return Math.abs(first) + Math.abs(second) + 2 * Math.abs(target - eggholder(x1, x2))
}

describe('the scaler is scikit-learn’s', () => {
  test('bit for bit on the points, two columns', () => {
    expect(fitScaler(split.train.inputs, 2)).toEqual(scalers.inputs)
  })

  test.each(golden.singleColumns)('bit for bit on one column of $rows rows, shifted by $shift', (single) => {
    const column = Float64Array.from({ length: single.rows }, (_, row) => split.train.inputs[2 * row]! + single.shift)
    expect(fitScaler(column, 1)).toEqual(fitted(single))
  })

  test('on the targets within 4 ULP of their deviation', () => {
    // The errors of 80,000 targets are of either sign and average out, and so do all roundings but those of the last
    // additions, of the quotient and of the root.
    const { mean, deviation } = fitScaler(split.train.targets, 1)
    const unit = Number.EPSILON * scalers.targets.deviation[0]!
    expect(Math.abs(mean[0]! - scalers.targets.mean[0]!)).toBeLessThanOrEqual(4 * unit)
    expect(ulpDistance(deviation[0]!, scalers.targets.deviation[0]!)).toBeLessThanOrEqual(4)
  })
})

describe.each(parts)('scaled points, %s:', (part) => {
  const { places, inputs, targets, scaledInputs, scaledTargets } = golden[part]
  const scaled = scaledSplit(split)

  test('the differences and quotients are scikit-learn’s, bit for bit', () => {
    expect([...standardised(Float64Array.from(inputs), scalers.inputs)]).toEqual(scaledInputs)
    expect([...standardised(Float64Array.from(targets), scalers.targets)]).toEqual(scaledTargets)
  })

  test('a net gets them rounded once, from float64 to float32', () => {
    // Some targets differ in the last bits of their doubles, of which 2²⁹ round to one float32.
    expect(rowsAt(scaled[part].inputs, places, 2)).toEqual(scaledInputs.map(Math.fround))
    expect(rowsAt(scaled[part].targets, places, 1)).toEqual(scaledTargets.map(Math.fround))
    expect(scaled[part].inputs.length).toBe(split[part].inputs.length)
    expect(scaled[part].targets.length).toBe(split[part].targets.length)
  })
})

test('points that are drawn are drawn once each: no test point is a training point', () => {
  const { train, test } = drawnSplit(randomStream('eggholder', 'points'), 1000, 250)
  const coordinates = [...train.inputs, ...test.inputs]
  expect(coordinates).toHaveLength(2500)
  expect(new Set(coordinates).size).toBe(2500)
})
