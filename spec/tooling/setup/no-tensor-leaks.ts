import * as tf from '@tensorflow/tfjs'
import { afterAll, beforeAll, expect } from 'vitest'

let before = 0

beforeAll(() => {
  before = tf.memory().numTensors
})

afterAll(() => {
  expect(tf.memory().numTensors, 'tensors that this spec file leaves behind').toBe(before)
})
