import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Contender } from '../../bench/race/contenders.ts'
import { race } from '../../bench/race/race.ts'
import type { Work } from '../../bench/work.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-race-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const unused = () => {
  throw new Error('the parts are done in other processes')
}

function workOfParts(count: number): Work {
  return { key: 'work', name: 'work', unit: 'unit', units: 2, parts: Array(count).fill(unused) }
}

/** A contender whose process answers each line as the body says, in which `part` is the line. */
function contender(name: string, body: string, rest: Partial<Contender> = {}): Contender {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(
    file,
    `import { createInterface } from 'node:readline'
    import { appendFileSync } from 'node:fs'
    console.log('a line of a library')
    console.log(JSON.stringify({ ready: 'ready for ' + process.argv[2] }))
    const done = (shareOfWork) => console.log(JSON.stringify({ done: { shareOfWork, peakBytes: 5 } }))
    for await (const part of createInterface({ input: process.stdin })) { ${body} }`,
  )
  return { name, command: [process.execPath, file], processes: 1, takesPart: () => true, ...rest }
}

test('each contender does each round and one more, and says what it is', async () => {
  const log = join(folder, 'rounds')
  const [timing] = await race(
    workOfParts(1),
    [contender('one', `appendFileSync(${JSON.stringify(log)}, 'x'); done(1)`)],
    3,
  )
  expect(timing).toMatchObject({ contender: 'one', about: 'ready for work', peakBytes: 5 })
  expect(timing!.seconds).toHaveLength(3)
  expect(readFileSync(log, 'utf8')).toBe('xxxx')
})

test('a contender that did a hundredth of the work counts as a hundred times as long', async () => {
  const wait = 'await new Promise((resolve) => setTimeout(resolve, 20));'
  const [timing] = await race(workOfParts(1), [contender('share', `${wait} done(0.01)`)], 1)
  expect(timing!.seconds[0]).toBeGreaterThan(0.9)
})

test('processes share the parts, each once', async () => {
  const log = join(folder, 'parts')
  const body = `appendFileSync(${JSON.stringify(log)}, process.pid + ' ' + part + '\\n'); setTimeout(() => done(1), 50)`
  await race(workOfParts(4), [contender('two', body, { processes: 2 })], 1)
  const lines = readFileSync(log, 'utf8').trim().split('\n')
  expect(lines.map((line) => line.split(' ')[1]).sort()).toEqual(['0', '0', '1', '1', '2', '2', '3', '3'])
  expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBe(2)
})

test('one that ends in the middle, or is not there, has no timings and keeps nobody else', async () => {
  const quits = contender('quits', 'process.exit(3)')
  const absent: Contender = { ...quits, name: 'absent', command: [join(folder, 'no program')] }
  const timings = await race(workOfParts(1), [quits, absent, contender('goes on', 'done(1)')], 2)
  expect(timings.map(({ contender, about, seconds }) => [contender, about, seconds.length])).toEqual([
    ['quits', 'Error: quits ended before it was done', 0],
    ['absent', 'Error: absent ended before it was ready', 0],
    ['goes on', 'ready for work', 2],
  ])
})
