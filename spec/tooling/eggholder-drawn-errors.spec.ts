import { expect, test } from 'vitest'
import golden from '../../fixtures/eggholder/golden.json' with { type: 'json' }
import { drawErrors, isSameError } from '../../src/experiments/eggholder/drawn-errors.ts'
import { openLaboratory } from '../../src/training/laboratory.ts'

const laboratory = openLaboratory({ HOMEWORK_BACKEND: 'cpu', HOMEWORK_SEED: 'drawn errors' })
const nets = { oneLayer: [16], twoLayers: [[16, 16]], threeLayers: [] }
const { errors, targetDeviation } = await drawErrors({ nets, drawn: 'its root' }, laboratory)

test('the evaluation of nets with first weights is the mean of the squares, of which the root can be told apart', () => {
  expect(errors).toHaveLength(2)
  expect(new Set(errors.map(({ evaluation }) => evaluation)).size).toBe(2)
  for (const { drawn, evaluation, meanSquare } of errors) {
    expect(drawn).toBe(Math.sqrt(evaluation))
    expect(isSameError(evaluation, meanSquare)).toBe(true)
    expect(isSameError(evaluation, Math.sqrt(meanSquare))).toBe(false)
    expect(isSameError(drawn, Math.sqrt(meanSquare))).toBe(true)
  }
})

test('an error is in deviations of the notebook’s training targets', () => {
  expect(targetDeviation.toFixed(6)).toBe(golden.scalers.targets.scale[0]!.toFixed(6))
})

test('an error is told from one that differs by more than the roundings of 106 operations', () => {
  const unit = 2 ** -24
  expect(isSameError(1 + 100 * unit, 1)).toBe(true)
  expect(isSameError(1 + 110 * unit, 1)).toBe(false)
  expect(isSameError(Number.NaN, 1)).toBe(false)
})
