import type { Work } from '../work.ts'
import type { Contender } from './contenders.ts'
import { Crew } from './crew.ts'

/** How a contender did in a work. */
export interface Timing {
  readonly contender: string
  /** what it says of itself, or why it did not finish */
  readonly about: string
  /** for a unit of the work, round by round; none if it did not finish */
  readonly seconds: readonly number[]
  readonly peakBytes: number | null
}

/**
 * The same work by each contender in turn, round by round: whatever else the machine does falls on all of them. A first
 * round, in which compilers run and memory is taken, is not counted.
 */
export async function race(work: Work, contenders: readonly Contender[], rounds: number): Promise<Timing[]> {
  const entries = []
  for (const contender of contenders.filter(({ takesPart }) => takesPart(work)))
    entries.push(await enter(contender, work))
  for (let round = 0; round <= rounds; round++) {
    for (const place of entries.keys()) {
      // A new first one in each round, so that a machine that warms up or slows down favours nobody.
      const entry = entries[(place + round) % entries.length]!
      if (entry.crew === undefined) continue
      try {
        const seconds = await entry.crew.round()
        if (round > 0) entry.seconds.push(seconds)
      } catch (error) {
        entry.crew.stop()
        Object.assign(entry, { about: String(error), seconds: [], crew: undefined })
      }
    }
  }
  return entries.map(({ contender, about, seconds, crew }) => {
    const peakBytes = crew?.peakBytes ?? null
    crew?.stop()
    return { contender: contender.name, about, seconds, peakBytes }
  })
}

interface Entry {
  readonly contender: Contender
  readonly about: string
  readonly seconds: number[]
  readonly crew: Crew | undefined
}

async function enter(contender: Contender, work: Work): Promise<Entry> {
  try {
    const crew = await Crew.start(contender, work)
    return { contender, about: crew.ready, seconds: [], crew }
  } catch (error) {
    return { contender, about: String(error), seconds: [], crew: undefined }
  }
}
