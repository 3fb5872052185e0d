import { fileURLToPath } from 'node:url'
import * as Plot from '@observablehq/plot'
import { chooseEngine } from '../../src/backend/chain.ts'
import { HomeworkError } from '../../src/homework-error.ts'
import { colours, drawPanels } from '../../src/report/draw.ts'
import { writeWhole } from '../../src/report/write-whole.ts'
import { readSwitches } from '../../src/switches.ts'
import { memoryInWords } from '../memory.ts'
import type { Contender } from '../race/contenders.ts'
import { race } from '../race/race.ts'
import { medianOf } from '../ratio.ts'
import { type Series, series, workOf } from './series.ts'
import { shapeOfGrowth } from './shape-of-growth.ts'

interface Point {
  readonly size: number
  /** for a unit */
  readonly seconds: number
  readonly peakBytes: number | null
}

/**
 * Prints how the cost of a unit and the memory grow, size by size, each in a fresh process, on the engine of
 * HOMEWORK_BACKEND.
 *
 * @param figure - a file for the curves
 * @throws {HomeworkError} if no series is named so, or the engine is not there
 */
export async function growthCommand(rounds: number, only: string, figure: string | undefined): Promise<void> {
  const chosen = series.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()))
  if (chosen.length === 0) {
    const names = series.map(({ name }) => name.split(':')[0]!.toLowerCase())
    throw new HomeworkError(`--only ${only} names no curve of growth. There are: ${names.join(', ')}.`)
  }
  const { engine } = await chooseEngine(readSwitches(process.env).backend)
  const curves = []
  for (const one of chosen) {
    const points = []
    for (const size of one.sizes) points.push(await measure(engine, one, size, rounds))
    for (const line of curveInLines(one, points)) console.log(line)
    curves.push({ one, points })
  }
  if (figure !== undefined) writeWhole(figure, figureOf(engine, curves))
}

async function measure(engine: string, one: Series, size: number, rounds: number): Promise<Point> {
  const contender: Contender = {
    name: engine,
    command: [process.execPath, fileURLToPath(new URL('../race/contender.mjs', import.meta.url)), engine, 'tuned'],
    processes: one.processesOf?.(size) ?? 1,
    takesPart: () => true,
  }
  const [timing] = await race(workOf(one, size), [contender], rounds)
  if (timing!.seconds.length === 0) throw new Error(`${one.axis} ${size}: ${timing!.about}`)
  return { size, seconds: medianOf(timing!.seconds).median, peakBytes: timing!.peakBytes }
}

function curveInLines(one: Series, points: readonly Point[]): string[] {
  const units = points.map(({ size }) => one.unitsOf(size))
  const { efficientFrom, worseFrom } = shapeOfGrowth(
    one.sizes,
    points.map(({ seconds }) => seconds),
  )
  return [
    `\n### ${one.name}`,
    '',
    `| ${one.axis} | ms in all | µs for a ${one.unit} | most memory of a process |`,
    '| --- | --- | --- | --- |',
    ...points.map(({ size, seconds, peakBytes }, index) => {
      const [all, each] = [1000 * seconds * units[index]!, 1e6 * seconds]
      return `| ${size} | ${all.toPrecision(3)} | ${Number(each.toPrecision(3))} | ${memoryInWords(peakBytes)} |`
    }),
    '',
    `A ${one.unit} costs its least from ${efficientFrom} ${one.axis} on${worseFrom === null ? '' : `, and more again from ${worseFrom} on`}.`,
  ]
}

function figureOf(engine: string, curves: readonly { readonly one: Series; readonly points: readonly Point[] }[]) {
  const panels = curves.map(
    ({ one, points }): Plot.PlotOptions => ({
      title: one.name.split(':')[0]!,
      marginLeft: 56,
      x: { type: 'log', label: one.axis },
      y: { type: 'log', label: `µs for a ${one.unit}`, grid: true },
      marks: [
        Plot.lineY(points, { x: 'size', y: ({ seconds }: Point) => 1e6 * seconds, stroke: colours.blue }),
        Plot.dot(points, { x: 'size', y: ({ seconds }: Point) => 1e6 * seconds, fill: colours.blue }),
      ],
    }),
  )
  const caption = `What a unit costs on ${engine}, by size: level where time grows as the size does, falling where it grows less.`
  return drawPanels({ name: 'growth', caption, panels, columns: 2, width: 340, height: 240 }).svg
}
