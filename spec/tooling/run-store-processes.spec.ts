import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RunStore } from '../../src/training/run-store.ts'
import { key } from './run-store/key.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'
import { Trainer } from './run-store/trainer.ts'

const seeds = Array.from({ length: 40 }, (_, index) => `seed ${index}`)

function begunIn(log: string): string[] {
  return readFileSync(log, 'utf8').trimEnd().split('\n')
}

describe('a run store that several processes use', () => {
  test('runs that three processes ask for at once are trained once each, and all get the same values', async () => {
    const folder = temporaryFolder()
    const log = join(folder, 'log')
    const trainers = await Promise.all([1, 2, 3].map(() => Trainer.start(join(folder, 'runs'), log)))

    const keys = seeds.map((seed) => ({ ...key, seed }))
    const [first, ...rest] = await Promise.all(trainers.map((trainer) => trainer.train(keys)))

    expect(begunIn(log).sort()).toEqual([...seeds].sort())
    expect(rest).toEqual([first, first])
    expect(readdirSync(join(folder, 'runs', 'in-training'))).toEqual([])
  })

  test('a process whose training blocks it is waited for, and who waits long says for what', async () => {
    const folder = temporaryFolder()
    const log = join(folder, 'log')
    const until = join(folder, 'until')
    const trainer = await Trainer.start(join(folder, 'runs'), log)
    await trainer.begin(key, until)

    const notices: string[] = []
    const warn = (notice: string) => {
      notices.push(notice)
      writeFileSync(until, '')
    }
    const value = await new RunStore(join(folder, 'runs'), { warn, poll: 1 }).run(key, () => 'trained here')

    expect([value]).toEqual(await trainer.trained())
    expect(notices).toEqual([expect.stringContaining(`'${key.experiment}'`)])
    expect(begunIn(log)).toEqual([key.seed])
  })

  test('of several runs, those that nobody trains are trained while another process trains the rest', async () => {
    const folder = temporaryFolder()
    const until = join(folder, 'until')
    const trainer = await Trainer.start(join(folder, 'runs'), join(folder, 'log'))
    await trainer.begin(key, until)

    // The other process ends only after the second run was trained here.
    const ends = () => {
      writeFileSync(until, '')
      return 'trained here'
    }
    const requests = [
      { key, train: () => 'never trained here' },
      { key: { ...key, seed: 'second' }, train: ends },
    ]
    const values = await new RunStore(join(folder, 'runs'), { poll: 1 }).runAll<unknown>(requests)

    expect(values).toEqual([...(await trainer.trained()), 'trained here'])
  })

  test('a process that is killed in training leaves nothing that is used, and the next one trains', async () => {
    const folder = temporaryFolder()
    const trainer = await Trainer.start(join(folder, 'runs'), join(folder, 'log'))
    await trainer.begin(key, join(folder, 'never'))
    const [draft] = readdirSync(join(folder, 'runs', 'in-training'))
    await trainer.kill()
    appendFileSync(join(folder, 'runs', 'in-training', draft!), 'homework-run 1\n{"configuration":')

    expect(await new RunStore(join(folder, 'runs')).run(key, () => 'trained here')).toBe('trained here')
    expect(readdirSync(join(folder, 'runs', 'in-training'))).toEqual([])
  })
})
