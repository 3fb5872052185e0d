import { expect, test } from 'vitest'
import { float32Sum } from '../../src/tolerances.ts'
import { differences, largest } from '../tooling/keras/differences.ts'
import { goldenLayers, goldenLenets, goldenTrainings } from './golden/goldens.ts'
import { parameterDifferences } from './golden/parameter-differences.ts'

/** Both are float64, but Keras's are written as float32, and that by its shortest decimal: two roundings. */
const rounding = (size: number) => float32Sum(2, size)

const agree = (ofKeras: ArrayLike<number>, ofJax: ArrayLike<number>) =>
  differences(ofKeras, ofJax, rounding(largest(ofJax)))

test.each(goldenLayers)('Keras and JAX agree on the layer $title', ({ answers: { Keras, JAX } }) => {
  expect(agree(Keras.output, JAX.output)).toEqual([])
  expect(agree(Keras.inputs, JAX.inputs)).toEqual([])
  expect(parameterDifferences(Keras.parameters, JAX.parameters, rounding)).toEqual([])
})

test.each(goldenTrainings)('Keras and JAX agree on ten steps of $title', ({ answers: { Keras, JAX } }) => {
  expect(agree(Keras.losses, JAX.losses)).toEqual([])
  for (const [place, { step, gradients, weights }] of JAX.steps.entries()) {
    const ofKeras = Keras.steps[place]!
    expect(ofKeras.step).toBe(step)
    expect(parameterDifferences(ofKeras.gradients, gradients, rounding)).toEqual([])
    expect(parameterDifferences(ofKeras.weights, weights, rounding)).toEqual([])
  }
})

test.each(goldenLenets)('Keras and JAX agree on ten steps of LeNet-5, $variant', ({ answers: { Keras, JAX } }) => {
  expect(agree(Keras.losses, JAX.losses)).toEqual([])
  for (const [place, { step, gradients }] of JAX.steps.entries()) {
    const ofKeras = Keras.steps[place]!
    expect(ofKeras.step).toBe(step)
    for (const [parameter, digest] of gradients.entries()) {
      const { name, shape, values, sum, sumOfSquares } = ofKeras.gradients[parameter]!
      expect({ name, shape }).toEqual({ name: digest.name, shape: digest.shape })
      expect(agree(values, digest.values)).toEqual([])
      // The terms of a sum may cancel.
      expect(differences([sum], [digest.sum], rounding(Math.max(Math.abs(sum), Math.sqrt(sumOfSquares))))).toEqual([])
      expect(agree([sumOfSquares], [digest.sumOfSquares])).toEqual([])
    }
  }
})
