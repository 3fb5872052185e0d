import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { type AblatedAnswers, answersWithout } from '../../src/experiments/lenet/ablation.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { blockCorrelations } from '../../src/experiments/lenet/correlation-comparison.ts'
import { examplesOf, pixelStatistics } from '../../src/experiments/lenet/examples.ts'
import { outputsOfF6, unitsOfF6 } from '../../src/experiments/lenet/hidden-units.ts'
import { lenet } from '../../src/experiments/lenet/networks.ts'
import { randomStream } from '../../src/random/stream.ts'
import { float32Training, isClose, tolerances } from '../../src/tolerances.ts'
import { evaluate as evaluateTwin } from '../gradients/twin/network.ts'
import { differences } from './keras/differences.ts'
import { engineNames } from './keras/engines.ts'
import { glyphs, timeout, trainSmall } from './lenet/small-lenet.ts'

beforeAll(async () => void (await openEngine(engineNames[0]!)))

const { labels } = glyphs.test
const orders = () => randomStream('co-adaptation', 'orders')

describe.each([assigned.plain, assigned.dropout, assigned.both])('F6 of LeNet-5, $variant', (arm) => {
  const { inputs } = examplesOf(glyphs.test, arm.scaling, pixelStatistics(glyphs.train))
  const small = async () => {
    const { weights, test: answers } = await trainSmall(arm, 'a seed')
    return { weights, answers, outputs: await outputsOfF6(arm.variant, weights, inputs) }
  }

  test('gives the output layer what the float64 twin gives it, with all dropout off', { timeout }, async () => {
    const { weights, outputs } = await small()
    const { layers, ...net } = lenet(arm.variant)
    const expected = evaluateTwin({ ...net, layers: layers.slice(0, -1) }, weights.slice(0, -1), inputs)
    expect(outputs).toHaveLength(labels.length * unitsOfF6)
    // A chain of the sums over 25, 150, 400 and 120 products, and some operations a layer.
    const tolerance = float32Training(1, 25 + 150 + 400 + 120 + 5 * 32, Math.max(...Array.from(expected, Math.abs)))
    expect(differences(outputs, expected, tolerance)).toEqual([])
  })

  test('answers without units as a twin whose kernel is 0 there, and larger elsewhere', { timeout }, async () => {
    const { weights, answers, outputs } = await small()
    const counts = [0, 42, 83, 84]
    const ablated = answersWithout(outputs, weights.at(-1)!, labels, counts, orders())
    expect(Array.from(ablated[0]!.right, Boolean)).toEqual(answers.right)
    const { kernel, bias } = weights.at(-1)!
    const stream = orders()
    for (const [image, label] of labels.entries()) {
      const order = stream.permutation(unitsOfF6)
      for (const [place, count] of counts.entries()) {
        const kept = order.subarray(count)
        const logits = Array.from({ length: 10 }, (_, digit) => {
          const products = Array.from(kept, (unit) => kernel![unit * 10 + digit]! * outputs[image * unitsOfF6 + unit]!)
          return bias![digit]! + (84 / Math.max(1, 84 - count)) * products.reduce((sum, product) => sum + product, 0)
        })
        const loss = Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit), 0)) - logits[label]!
        expect(ablated[place]!.right[image]).toBe(Number(logits.indexOf(Math.max(...logits)) === label))
        expect(isClose(ablated[place]!.losses[image]!, loss, tolerances.hostStatistic)).toBe(true)
      }
    }
  })
})

describe('the removal of units', () => {
  // Each class has a unit of its own, and one more unit says the third class of three, but weakly.
  const kernel = Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0.5)
  const layer = { kernel, bias: new Float32Array(3) }
  const images = 3000
  const truth = new Uint8Array(images).fill(2)
  const outputs = new Float32Array(images * 4).fill(1)
  for (let image = 0; image < images; image++) outputs.set([0.9, 0.9, 1, 1], image * 4)

  test('costs what chance says: the third class is lost with its own unit, unless both others are gone too', () => {
    const answers = answersWithout(outputs, layer, truth, [0, 1, 3, 4], orders())
    const share = ({ right }: AblatedAnswers) => right.filter((value) => value === 1).length / images
    expect(share(answers[0]!)).toBe(1)
    // One of four units is the third class's own. Five standard deviations of 3000 images.
    const allowed = (p: number) => 5 * Math.sqrt((p * (1 - p)) / images)
    expect(Math.abs(share(answers[1]!) - 3 / 4)).toBeLessThan(allowed(3 / 4))
    // One unit is left: right for two of four.
    expect(Math.abs(share(answers[2]!) - 1 / 2)).toBeLessThan(allowed(1 / 2))
    // Of equal logits the first is the answer.
    expect(share(answers[3]!)).toBe(0)
  })

  test('takes the same units from two nets that begin the same orders, and others from each image', () => {
    const again = () => answersWithout(outputs, layer, truth, [1], orders())[0]!.right
    expect(again()).toEqual(again())
    expect(new Set(again())).toEqual(new Set([0, 1]))
  })

  test('of a net that diverged has no outcome', () => {
    const { right, losses } = answersWithout(outputs.with(5, Number.NaN), layer, truth, [0], orders())[0]!
    expect([right[1], losses[1]]).toEqual([Number.NaN, Number.NaN])
    expect([...right, ...losses].filter(Number.isNaN)).toHaveLength(2)
  })
})

describe('the correlation of units', () => {
  const images = 400
  const inOrder = Int32Array.from({ length: images }, (_, image) => image)
  // Whole numbers, which float32 scales and shifts without rounding.
  const drawn = randomStream('co-adaptation', 'outputs')
    .fillNormal(new Float32Array(images * unitsOfF6), 0, 100)
    .map(Math.round)
  const expectClose = (values: Float64Array, expected: ArrayLike<number>) =>
    expect(differences(values, expected, tolerances.hostStatistic)).toEqual([])

  test('is 1 where every unit is another one, scaled and shifted', () => {
    const copies = drawn.map((_, index) => {
      const unit = index % unitsOfF6
      return (unit % 2 === 0 ? 1 : -2) * drawn[index - unit]! + unit
    })
    expectClose(blockCorrelations(copies, inOrder, 4), [1, 1, 1, 1])
  })

  test('sees each block of images by itself, in the order given', () => {
    // In the first half of the images all units are one, in the second they are independent.
    const half = drawn.map((value, index) => (index < drawn.length / 2 ? drawn[index - (index % unitsOfF6)]! : value))
    const [first, second] = blockCorrelations(half, inOrder, 2)
    expectClose(Float64Array.of(first!), [1])
    // Chance alone gives 0.057.
    expect(second).toBeLessThan(0.1)
    expectClose(blockCorrelations(half, inOrder.toReversed(), 2), [second!, first!])
  })

  test('has no value in a block where a unit is constant', () => {
    const dead = drawn.map((value, index) => (index % unitsOfF6 === 7 && index < drawn.length / 2 ? 1 : value))
    expect(Array.from(blockCorrelations(dead, inOrder, 2), Number.isNaN)).toEqual([true, false])
  })
})
