import { createInterface } from 'node:readline'
import { chooseEngine, openEngine } from '../../src/backend/chain.ts'
import type { EngineName } from '../../src/backend/engine.ts'
import { convolutionFilterGradient } from '../../src/backend/kernels/convolution-filter-gradient.ts'
import { installKernels } from '../../src/backend/kernels/install-kernels.ts'
import { replaceKernel } from '../../src/backend/kernels/kernel.ts'
import { series, workOf } from '../growth/series.ts'
import type { Round } from '../work.ts'
import { works } from './works.ts'

/**
 * A process that does one work on request: a line with the number of a part comes in, a line of JSON goes out when
 * a round of it is done. Each contender has processes of its own for each work, so that none warms up or slows down
 * another, and the most memory of each can be told.
 *
 * @param engine - whose kernels are used
 * @param stock - tfjs's own layers on its own kernels, but for the one without which no convolution trains
 * @param key - which work
 */
export async function contend(engine: EngineName, stock: boolean, key: string): Promise<void> {
  await chooseEngine(engine)
  const description = await openEngine(engine)
  if (stock) {
    installKernels(engine)()
    replaceKernel(engine, convolutionFilterGradient)
  }
  const sizes = series.flatMap((one) => one.sizes.map((size) => workOf(one, size)))
  const { parts } = [...works, ...sizes].find((work) => work.key === key)!
  const rounds = new Map<number, Round>()
  say({ ready: `${description.package} ${description.version}, ${description.device}` })
  for await (const line of createInterface({ input: process.stdin })) {
    const part = Number(line)
    const round = rounds.get(part) ?? parts[part]!()
    rounds.set(part, round)
    await (stock ? round.stock.train() : round.own())
    const shareOfWork = stock ? round.stock.shareOfWork : 1
    say({ done: { shareOfWork, peakBytes: 1024 * process.resourceUsage().maxRSS } })
  }
}

function say(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}
