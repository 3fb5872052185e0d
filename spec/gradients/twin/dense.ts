import { type Field, sumOfRows, type Twin, type Values } from './field.ts'

/**
 * x · kernel + bias. Back: dx = dy · kernelᵀ, dkernel = xᵀ · dy, dbias = the sum of dy over the batch.
 *
 * @param x - [batch, inputs]
 * @param kernel - [inputs, units]
 * @param bias - [units]
 */
export function dense(x: Field, kernel: Field, bias: Values): Twin {
  const [batch, inputs] = x.shape as [number, number]
  const units = bias.length
  const output = new Float64Array(batch * units)
  for (let row = 0; row < batch; row++) {
    for (let unit = 0; unit < units; unit++) {
      let sum = 0
      for (let input = 0; input < inputs; input++) {
        sum += x.values[row * inputs + input]! * kernel.values[input * units + unit]!
      }
      output[row * units + unit] = sum + bias[unit]!
    }
  }

  const back = (after: Values) => {
    const [inX, inKernel] = [new Float64Array(batch * inputs), new Float64Array(inputs * units)]
    for (let row = 0; row < batch; row++) {
      for (let input = 0; input < inputs; input++) {
        const value = x.values[row * inputs + input]!
        let sum = 0
        for (let unit = 0; unit < units; unit++) {
          const derivative = after[row * units + unit]!
          sum += derivative * kernel.values[input * units + unit]!
          inKernel[input * units + unit]! += value * derivative
        }
        inX[row * inputs + input] = sum
      }
    }
    return { input: inX, parameters: { kernel: inKernel, bias: sumOfRows(after, units) } }
  }
  return { output: { shape: [batch, units], values: output }, back }
}
