// "5 shallow 1 layer networks could be trained in just 2 hours", 3 deep ones took "several" (Problem 4, question 2).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { judgeExact } from '../../src/claims/judges/exact.ts'
import { momentsOf } from '../../src/statistics/moments.ts'

const { stepsAnEpoch, epochs, loggedNets, answer } = printed['P4.3']
const { shallowNets, hoursOfShallowNets, deepNets } = answer
const configuration: { trained: number[] } = { trained: printed['P4.1'].trainedNets.oneLayer }

/** Hours of a training whose steps all take as long as those that were logged. */
const hours = loggedNets.map(({ layers, millisecondsAStep }) => ({
  layers,
  hours: (momentsOf(millisecondsAStep).mean * stepsAnEpoch * epochs) / 3_600_000,
}))

claim({
  id: 'P4.3',
  reading: 'as-submitted',
  part: 'five networks',
  kind: 'exact',
  scope: null,
  statement: 'The shallow nets of one layer that the code trains are 5, as the answer says',
  source: 'Problem 4, question 2: the written answer',
  reported: { text: shallowNets.text, value: shallowNets.value },
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'Six are in the loop: 2 hours are 20 minutes each. By the milliseconds a step that are printed, 128-32 took half an hour and ' +
    '128-128-64 an hour. This one has by far the most parameters of its three: if it was the slowest, "several hours" are three ' +
    'at most, and a deep net took three times as long as a shallow one, or less.',
  configuration: { quick: configuration, full: configuration },
  experiment: ({ trained }) => trained.length,
  judge: (nets) => {
    const slowest = Math.max(...hours.map((logged) => logged.hours))
    return judgeExact({
      metric: 'one_layer_nets_of_the_code',
      value: nets,
      printed: shallowNets.text,
      unit: 'nets',
      context: [
        ...hours.map((logged) =>
          exactEvidence(`hours_of_${logged.layers.join('_')}_by_the_printed_steps`, logged.hours, 'h'),
        ),
        exactEvidence('hours_of_three_deep_nets_at_most', deepNets.value * slowest, 'h'),
        exactEvidence('hours_of_a_shallow_net_by_the_answer', hoursOfShallowNets.value / nets, 'h'),
      ],
    })
  },
  twin: { trained: configuration.trained.slice(0, -1) },
})
