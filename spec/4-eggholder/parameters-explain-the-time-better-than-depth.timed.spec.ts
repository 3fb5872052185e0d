// "there are significantly many more parameters to update" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { medianEvidence } from '../../src/claims/evidence.ts'
import { judgeMedian } from '../../src/claims/judges/median.ts'
import { timeNets } from '../../src/experiments/eggholder/step-time.ts'
import { type explanations, shareExplained } from '../../src/experiments/eggholder/time-explained.ts'
import { timeOverParameters } from '../../src/experiments/eggholder/time-figure.ts'

const plain = [[16], [128], [512], [16, 16], [128, 32], [16, 16, 16], [128, 128, 64]]
const nets = plain.map((hidden) => ({ hidden, normalised: false }))
const rounds = { batchSize: 1000, rounds: 50, stepsPerRound: 2 }
const timed = { nets, ...rounds, by: 'parameters' as keyof typeof explanations, rival: 'depth' as const }

claim({
  id: 'P4.3',
  reading: 'as-assigned',
  part: 'explained time',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'The number of parameters explains more of the time of a step than the number of layers does',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Explained is a share of the variance of the logarithm of time, over seven nets without BatchNorm of one, two and three ' +
    'layers. Depth explains little. Hidden units, which grow with the parameters here, explain about as much as these do: ' +
    'what a step costs is by both. The notebook’s own times, which add up from net to net, show none of it.',
  configuration: { quick: timed, full: { ...timed, rounds: 100 } },
  experiment: async ({ nets, by, rival, ...rounds }, laboratory) => {
    const seconds = await timeNets({ nets, ...rounds }, laboratory)
    const shares = (explanation: keyof typeof explanations) =>
      seconds[0]!.map((_, round) =>
        shareExplained(
          nets,
          seconds.map((net) => net[round]!),
          explanation,
        ),
      )
    const timed = nets.map((net, index) => ({ net, seconds: seconds[index]! }))
    return { timed, shares: shares(by), rivals: shares(rival), units: shares('units') }
  },
  judge: ({ shares, rivals, units }) =>
    judgeMedian({
      metric: 'share_of_time_explained_by_parameters_minus_by_depth',
      values: shares.map((share, round) => share - rivals[round]!),
      unit: 's/s',
      units: 'rounds',
      claimed: { above: 0 },
      smallestEffect: 0.2,
      context: [
        medianEvidence('share_of_time_explained_by_parameters', shares, 's/s'),
        medianEvidence('share_of_time_explained_by_depth', rivals, 's/s'),
        medianEvidence('share_of_time_explained_by_hidden_units', units, 's/s'),
      ],
    }),
  twin: { by: 'depth' },
  figures: ({ timed }, { finding }) => [timeOverParameters(timed, finding)],
})
