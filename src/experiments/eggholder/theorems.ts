import fc from 'fast-check'
import type { TheoremQuestion } from '../../claims/judges/theorem.ts'
import { propertySeed } from '../../random/property-seed.ts'
import { forwardOnHost } from '../dying-relu/forward-on-host.ts'
import { allPlaces, errorCount, pointsAt } from './alternating-points.ts'
import { leastErrors, type ShallowNet, weightsOf, zigzagNet } from './shallow-nets.ts'
import { type SubmittedNets, submittedNets } from './submitted-nets.ts'
import { drawnTimes, type LogPolicy } from './timing-callback.ts'

export interface TimesConfiguration {
  readonly nets: SubmittedNets
  readonly log: LogPolicy
}

/** The sum of a log that only grows is larger after each fit that adds to it, and stays as it is after the others. */
export function timesAreCumulative(
  { nets, log }: TimesConfiguration,
  { seed }: { seed: string },
): TheoremQuestion<number[][]> {
  const trained = submittedNets(nets)
  const epochs = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 3 })
  return {
    statement:
      'for any milliseconds of the epochs of each net, the curve of one layer rises, that of two lies above it, and that of ' +
      'three is a constant no lower',
    arbitrary: fc.array(epochs, { minLength: trained.length, maxLength: trained.length }),
    holds(durations) {
      const [one, two, three] = drawnTimes(trained, durations, log) as [number[], number[], number[]]
      return (
        one.every((time, index) => index === 0 || time > one[index - 1]!) &&
        Math.min(...two) > Math.max(...one) &&
        three.every((time) => time === Math.max(...two))
      )
    },
    cases: 1000,
    seed: propertySeed(seed, 'times are cumulative'),
  }
}

/** A net on 2^k alternating points. */
interface ShallowCase {
  readonly exponent: number
  readonly net: ShallowNet
}

/** Numbers of many sizes, of which float64 holds all products and sums of a net exactly: no rounding moves a class. */
const wholeNumber = fc
  .tuple(fc.integer({ min: -15, max: 15 }), fc.integer({ min: 0, max: 11 }))
  .map(([digits, exponent]) => digits * 2 ** exponent)

/** A net whose weights are drawn, some with their kinks at a point. */
function drawnNet(points: number, units: number): fc.Arbitrary<ShallowNet> {
  const place = fc.integer({ min: 0, max: points - 1 })
  const unit = fc.oneof(
    fc.record({ factor: wholeNumber, bias: wholeNumber, coefficient: wholeNumber }),
    fc.tuple(wholeNumber, place, wholeNumber).map(([factor, kink, coefficient]) => {
      return { factor, bias: (-factor * kink) / points, coefficient }
    }),
  )
  return fc.record({ units: fc.array(unit, { minLength: units, maxLength: units }), offset: wholeNumber })
}

/** A net that goes from one first point to the next through outputs that are drawn, each in the right class. */
function interpolatingNet(points: number, units: number): fc.Arbitrary<ShallowNet> {
  return fc.array(wholeNumber.map(Math.abs), { minLength: units + 1, maxLength: units + 1 }).map((sizes) => {
    const outputs = sizes.map((size, place) => (place % 2 === 0 ? -size : 1 + size))
    const slope = (place: number) => (place < 0 ? 0 : outputs[place + 1]! - outputs[place]!)
    return {
      units: Array.from({ length: units }, (_, place) => {
        return { factor: points, bias: -place, coefficient: slope(place) - slope(place - 1) }
      }),
      offset: outputs[0]!,
    }
  })
}

/** The net of the least errors, whose units are scaled without effect: up before ReLU and down behind it, or vice versa. */
function scaledZigzagNet(points: number, units: number): fc.Arbitrary<ShallowNet> {
  const { units: plain, offset } = zigzagNet(points, units)
  return fc.array(fc.integer({ min: -10, max: 10 }), { minLength: units, maxLength: units }).map((scales) => ({
    units: plain.map(({ factor, bias, coefficient }, index) => {
      const scale = 2 ** scales[index]!
      return { factor: factor * scale, bias: bias * scale, coefficient: coefficient / scale }
    }),
    offset,
  }))
}

/** Nets with one hidden layer that lack so many units, or more, of those that make no error: 2^k − 2. */
export function shallowNetsMiss(
  { unitsMissing }: { unitsMissing: number },
  { seed }: { seed: string },
): TheoremQuestion<ShallowCase> {
  const netOf = (exponent: number) => {
    const points = 2 ** exponent
    const most = points - 2 - unitsMissing
    return fc
      .oneof(fc.constant(most), fc.integer({ min: 1, max: most }))
      .chain((units) =>
        fc.oneof(drawnNet(points, units), interpolatingNet(points, units), scaledZigzagNet(points, units)),
      )
  }
  return {
    statement:
      'for any weights of a net with one hidden layer, of n alternating points as many are wrong as its units leave, one or more',
    arbitrary: fc
      .integer({ min: 2, max: 7 })
      .chain((exponent) => netOf(exponent).map((net): ShallowCase => ({ exponent, net }))),
    holds({ exponent, net }) {
      const places = allPlaces(exponent)
      const outputs = forwardOnHost(weightsOf(net), 0, pointsAt(places, exponent))
      const errors = errorCount(outputs, places)
      return errors > 0 && errors >= leastErrors(places.length, net.units.length)
    },
    cases: 500,
    seed: propertySeed(seed, 'shallow nets miss'),
  }
}
