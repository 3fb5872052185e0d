import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareMetrics, type Metric, parseMetrics, renderMetrics } from '../../src/claims/metric-snapshot.ts'
import { snapshotLane, snapshotPath } from '../../src/claims/snapshot-lane.ts'
import { defaultSeed } from '../../src/switches.ts'

const accuracy: Metric = { name: 'accuracy', unit: '1', value: 0.95, tolerance: { kind: 'rel', size: 1e-9 } }
const angle: Metric = { name: 'angle', unit: 'degree', value: 4, tolerance: { kind: 'abs', size: 0.5 } }
const stored = { header: 'wasm quick', metrics: [accuracy, angle] }
const compare = (...metrics: Metric[]) => compareMetrics({ header: 'now', metrics }, stored)

const metricArbitrary = fc.record({
  name: fc.stringMatching(/^[a-z_]{1,20}$/),
  unit: fc.constantFrom('1', 'degree', 's'),
  value: fc.option(fc.double({ noDefaultInfinity: true, noNaN: true })),
  tolerance: fc.record({
    kind: fc.constantFrom('abs' as const, 'rel' as const),
    size: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
})

describe('stored metrics', () => {
  test('are one readable line a metric', () => {
    expect(renderMetrics(stored)).toBe('# wasm quick\naccuracy [1] = 0.95 ± 1e-9 rel\nangle [degree] = 4 ± 0.5 abs')
  })

  test('come back from their text bit for bit', () => {
    const property = fc.property(fc.uniqueArray(metricArbitrary, { selector: ({ name }) => name }), (metrics) => {
      const snapshot = {
        header: 'any',
        metrics: metrics.map((one) => ({ ...one, value: one.value === 0 ? 0 : one.value })),
      }
      expect(parseMetrics(renderMetrics(snapshot))).toEqual(snapshot)
    })
    fc.assert(property, { seed: 4, numRuns: 300 })
  })

  test('come back after an edit by hand that moves lines apart or drops the header', () => {
    const text = '\n  accuracy [1] = 0.95 ± 1e-9 rel \n\n\tangle [degree] = 4 ± 0.5 abs\n'
    expect(parseMetrics(text)).toEqual({ header: '', metrics: [accuracy, angle] })
    expect(parseMetrics(`${text}  #  wasm quick `)).toEqual(stored)
  })

  test.each([
    'the accuracy [1] = 1 ± 1 abs',
    'accuracy [1] = 1 ± 1 absolute',
    'accuracy [] = 1 ± 1 abs',
    'accuracy = 0.95',
    'accuracy [1] = high ± 1 rel',
    'accuracy [1] = 1 ± -1 rel',
    'accuracy [1] = 1 ± 1',
    'accuracy [1] = 1 ± Infinity abs',
  ])('that read %s are refused with the form they must have', (line) =>
    expect(() => parseMetrics(line)).toThrow(`but this line is '${line}'`),
  )
})

test('a stored metric that stands twice is refused', () => {
  expect(() => parseMetrics('x [1] = 1 ± 0 abs\nx [1] = 2 ± 0 abs')).toThrow('x stands in two lines')
})

describe('a comparison', () => {
  test('passes inside the stored tolerance and leaves every row as it is', () => {
    expect(compare(accuracy, { ...angle, value: 4.4 })).toMatchObject({ pass: true, resolved: renderMetrics(stored) })
  })

  test('fails outside, names the offending row alone, and an update keeps the tolerance set by hand', () => {
    const { pass, message, resolved } = compare(accuracy, { ...angle, value: 5, tolerance: { kind: 'rel', size: 0 } })
    expect(pass).toBe(false)
    expect(message).toBe(
      '1 metric(s) differ from the snapshot:\n  angle: obtained 5, expected 4, difference 1, allowed 0.5 degree',
    )
    expect(resolved).toBe('# now\naccuracy [1] = 0.95 ± 1e-9 rel\nangle [degree] = 5 ± 0.5 abs')
  })

  test('fails for a metric that vanished, for a new one and for another unit', () => {
    expect(compare(accuracy).message).toContain('angle: vanished, expected 4')
    const { message, resolved } = compare(accuracy, angle, { ...angle, name: 'loss' })
    expect(message).toContain('loss: new, obtained 4')
    expect(resolved).toBe(`${renderMetrics({ ...stored, header: 'now' })}\nloss [degree] = 4 ± 0.5 abs`)
    expect(compare(accuracy, { ...angle, unit: 's' }).message).toContain('unit s, expected degree')
  })

  test('takes a value that is not finite for equal to nothing but its like', () => {
    expect(compare(accuracy, { ...angle, value: null }).message).toContain('obtained not finite, expected 4')
    const nothing = { header: 'any', metrics: [{ ...angle, value: null }] }
    expect(compareMetrics(nothing, nothing).pass).toBe(true)
    expect(compareMetrics({ header: 'any', metrics: [angle] }, nothing).message).toContain('expected not finite')
  })
})

test('metrics are compared on their own engine, scale and seed alone, and lie nowhere else', () => {
  const lane = snapshotLane({ engine: 'wasm', scale: 'quick', seed: defaultSeed })
  expect(snapshotPath('spec/1-perceptron/x.spec.ts', lane)).toBe('snapshots/1-perceptron/x.wasm-quick.snap')
  for (const other of [{ engine: 'cpu' as const }, { scale: 'full' as const }, { seed: 'another' }]) {
    const elsewhere = snapshotLane({ engine: 'wasm', scale: 'quick', seed: defaultSeed, ...other })
    expect(elsewhere).toMatchObject({ compared: false, reason: expect.stringContaining('not compared') })
    expect(snapshotPath('spec/1-perceptron/x.spec.ts', elsewhere)).toBe('snapshots/1-perceptron/x.not-compared.snap')
  }
})
