import { describe, expect, test } from 'vitest'
import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { type EggholderNet, eggholderNetwork } from '../../src/experiments/eggholder/networks.ts'
import { countNets, countParams } from '../../src/experiments/eggholder/parameter-counts.ts'
import { submittedNets } from '../../src/experiments/eggholder/submitted-nets.ts'
import { entriesOf, trainableCount } from '../../src/training/network-parameters.ts'
import { goldenEggholders } from './keras/golden.ts'

const nets = printed['P4.1'].trainedNets
const plain = (...hidden: number[]): EggholderNet => ({ hidden, normalised: false })
const normalised = (...hidden: number[]): EggholderNet => ({ hidden, normalised: true })

describe.each(goldenEggholders)('the Eggholder net $title', ({ title, network, weights }) => {
  const hidden = title.split(', ').map(Number)
  const net = eggholderNetwork({ hidden, normalised: hidden.length > 1 })

  test('has the layers of Keras’s', () => {
    expect(net).toEqual(network)
  })

  test('has as many parameters as Keras keeps', () => {
    expect(countParams(net)).toBe(entriesOf(weights).reduce((sum, { value }) => sum + value.length, 0))
  })
})

describe('parameters', () => {
  test.each([
    // 2 inputs and a bias for each unit of the first layer; 1 output.
    [plain(16), 3 * 16 + 17, 3 * 16 + 17],
    [plain(400), 1601, 1601],
    [plain(16, 16), 48 + 17 * 16 + 17, 48 + 17 * 16 + 17],
    [normalised(16, 16), 337 + 4 * 32, 337 + 2 * 32],
    [normalised(128, 32), 3 * 128 + 129 * 32 + 33 + 4 * 160, 4545 + 2 * 160],
    [normalised(256, 128), 35_329, 35_329 - 2 * 384],
    [normalised(128, 128, 64), 26_497, 26_497 - 2 * 320],
  ])('%j', (net, counted, learned) => {
    const network = eggholderNetwork(net)
    expect([countParams(network), trainableCount(network)]).toEqual([counted, learned])
  })

  test('are counted alike without batch normalisation', () => {
    const counts = countNets({ nets, normalised: 'none' })
    expect(counts.map(({ counted }) => counted)).toEqual(counts.map(({ learned }) => learned))
  })
})

test('the nets of the notebook are 14, normalised if they are deep, within the budget of 512 hidden units', () => {
  const all = submittedNets(nets)
  expect(all.map(({ hidden }) => hidden.length)).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3])
  expect(all.map((net) => net.normalised)).toEqual(all.map(({ hidden }) => hidden.length > 1))
  expect(Math.max(...all.map(({ hidden }) => hidden.reduce((sum, units) => sum + units)))).toBe(400)
  expect(submittedNets(nets, 'none').some((net) => net.normalised)).toBe(false)
})
