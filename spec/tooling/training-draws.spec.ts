import { expect, test } from 'vitest'
import { randomStream } from '../../src/random/stream.ts'
import { drawsFrom, startFrom } from '../../src/training/train-draws.ts'

const stream = () => randomStream('draws', 'spec')

test('an order holds each place once, and no two epochs have the same', () => {
  const draws = drawsFrom(stream())
  const orders = [0, 1, 2].map((epoch) => draws.order(epoch, 50))
  for (const order of orders) {
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, place) => place))
  }
  expect(new Set(orders.map((order) => order.join())).size).toBe(3)
})

test('no two steps have the same mask, nor two layers', () => {
  const draws = drawsFrom(stream())
  const masks = [1, 1, 1, 4, 4].map((layer) => draws.mask(layer, 0.5, 64).join())
  expect(new Set(masks).size).toBe(5)
})

test('draws begin anew for each training', () => {
  const { draws } = startFrom({ input: [1], layers: [{ kind: 'dropout', rate: 0.5 }] }, stream())
  const first = draws()
  const drawn = [first.order(0, 9), first.order(1, 9), first.mask(1, 0.5, 9), first.mask(1, 0.5, 9)]
  const second = draws()
  expect([second.order(0, 9), second.order(1, 9), second.mask(1, 0.5, 9), second.mask(1, 0.5, 9)]).toEqual(drawn)
})

test('masks do not depend on the orders drawn before', () => {
  const [one, other] = [drawsFrom(stream()), drawsFrom(stream())]
  one.order(0, 100)
  expect(one.mask(2, 0.5, 64)).toEqual(other.mask(2, 0.5, 64))
})

test('weights, orders and masks of two runs differ', () => {
  const network = { input: [3], layers: [{ kind: 'dense' as const, units: 3 }] }
  const [one, other] = [1, 2].map((run) => startFrom(network, stream().stream('run', run)))
  expect(one!.weights[0]!.kernel).not.toEqual(other!.weights[0]!.kernel)
  expect(one!.draws().order(0, 50)).not.toEqual(other!.draws().order(0, 50))
  expect(one!.draws().mask(1, 0.5, 64)).not.toEqual(other!.draws().mask(1, 0.5, 64))
})
