// Why depth can pay (Problem 4): a family of problems that deep nets solve with few units.

import { claim } from '../../src/claims/claim.ts'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { judgeFact } from '../../src/claims/judges/exact.ts'
import { classifyByDeepNets, type DeepNetsConfiguration } from '../../src/experiments/eggholder/tent-nets.ts'

const configuration: DeepNetsConfiguration = { compositionsLeftOut: 0, mostPoints: 2 ** 12 }

claim({
  id: 'P4.1',
  reading: 'as-assigned',
  part: 'telgarsky, deep nets',
  kind: 'theorem',
  scope: null,
  statement: 'Nets of 2k layers, two units wide at most, classify 2^k alternating points without error',
  source: 'M. Telgarsky, arXiv 1509.08101; not in the notebook',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Each composition of the tent map doubles the pieces and costs three units. Every number on the way has at most 24 bits, so ' +
    'that float32 makes no rounding error for k up to 24; of the next set it cannot hold the points. One composition less is ' +
    'wrong at every fourth point. The weights are set and not learned: this says what depth can express, not what training finds.',
  configuration: { quick: configuration, full: { ...configuration, mostPoints: 2 ** 16 } },
  experiment: classifyByDeepNets,
  judge: (nets) => {
    const sum = (value: (net: (typeof nets)[number]) => number) => nets.reduce((total, net) => total + value(net), 0)
    const [points, errors] = [sum((net) => net.points), sum((net) => net.errors)]
    const { exponent, hiddenLayers, hiddenUnits } = nets.at(-1)!
    return judgeFact({
      metric: 'cases_that_hold',
      value: nets.filter((net) => net.errors === 0).length,
      unit: 'cases',
      holds: errors === 0,
      comparison: 'count of errors on the engine, for each k for which float32 holds the points',
      finding:
        `Of ${points} points ${errors} are misclassified. For 2^${exponent} points there are ${hiddenUnits} units in ` +
        `${hiddenLayers} hidden layers.`,
      context: [
        exactEvidence('classified_points', points, 'points'),
        exactEvidence('misclassified_points', errors, 'points'),
        exactEvidence('largest_exponent_that_float32_holds', exponent),
        exactEvidence('hidden_units_of_the_deepest_net', hiddenUnits, 'units'),
        exactEvidence('hidden_layers_of_the_deepest_net', hiddenLayers, 'layers'),
      ],
    })
  },
  twin: { compositionsLeftOut: 1 },
})
