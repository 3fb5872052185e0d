import { createInterface } from 'node:readline'
import { chooseEngine, openEngine } from '../src/backend/chain.ts'
import type { EngineName } from '../src/backend/engine.ts'
import { convolutionFilterGradient } from '../src/backend/kernels/convolution-filter-gradient.ts'
import { installKernels } from '../src/backend/kernels/install-kernels.ts'
import { replaceKernel } from '../src/backend/kernels/kernel.ts'
import { startStopwatch } from '../src/clock.ts'
import { type Round, works } from './works.ts'

/**
 * A process that does rounds of work on request: a line with the number of a work comes in, a line of JSON with the
 * seconds goes out. Each contender is a process of its own, so that none warms up or slows down another.
 *
 * @param engine - whose kernels are used
 * @param stock - tfjs's own layers on its own kernels, but for the one without which no convolution trains
 */
export async function contend(engine: EngineName, stock: boolean): Promise<void> {
  await chooseEngine(engine)
  const description = await openEngine(engine)
  if (stock) {
    installKernels(engine)()
    replaceKernel(engine, convolutionFilterGradient)
  }
  const rounds: Round[] = []
  say({ ready: `${description.package} ${description.version}, ${description.device}` })
  for await (const line of createInterface({ input: process.stdin })) {
    const index = Number(line)
    rounds[index] ??= works[index]!.prepare()
    const round = rounds[index]
    const elapsed = startStopwatch()
    await (stock ? round.stock.train() : round.own())
    say({ seconds: elapsed() / works[index]!.units / (stock ? round.stock.shareOfWork : 1) })
  }
}

function say(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}
