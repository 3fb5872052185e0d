import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSwitches } from '../../src/switches.ts'
import { failureOf, type Property } from './for-any.ts'
import { replayCommand } from './replay-command.ts'

const switches = readSwitches({ HOMEWORK_SEED: "the seed's", HOMEWORK_GRADIENT_RUNS: '200' })

/** A property that is false above a bound, and the cases that it was asked. */
function smallerThan(bound: number): Property<number> & { readonly asked: number[] } {
  const asked: number[] = []
  const holds = (value: number) => {
    asked.push(value)
    expect(value).toBeLessThan(bound)
  }
  return { name: 'numbers are small', arbitrary: fc.nat(), holds, asked }
}

describe('a property of gradients', () => {
  test('that holds is asked as many cases as the switch says, and no failure is found', async () => {
    const property = smallerThan(2 ** 31)
    expect(await failureOf(property, switches)).toBeNull()
    expect(property.asked).toHaveLength(200)
  })

  test('whose cases are costly is asked as many times fewer', async () => {
    const property = smallerThan(2 ** 31)
    await failureOf({ ...property, cost: 30 }, switches)
    expect(property.asked).toHaveLength(7)
  })

  test('that is false fails by the smallest counterexample, with its seed, path and reason', async () => {
    const failure = await failureOf(smallerThan(1000), switches)
    expect(failure?.message).toMatch(/^expected 1000 to be less than 1000\n/)
    expect(failure?.message).toMatch(/\n"numbers are small" fails for\n {2}1000, case \d+, shrunk \d+ times\n/)
    expect(failure?.message).toMatch(/master seed "the seed's", seed -?\d+, path \d+(:\d+)*$/)
    expect(failure?.cause).toBeInstanceOf(Error)
  })

  test('that returns false, or whose promise fails, is false', async () => {
    const arbitrary = fc.constant(0)
    const fails = async () => expect(1).toBe(2)
    expect(await failureOf({ name: 'returns', arbitrary, holds: () => false }, switches)).not.toBeNull()
    expect(await failureOf({ name: 'promises', arbitrary, holds: fails }, switches)).not.toBeNull()
  })

  test('that leaves out all its cases is not taken for one that holds', async () => {
    const failure = await failureOf({ name: 'none', arbitrary: fc.nat(), holds: () => fc.pre(false) }, switches)
    expect(failure?.message).toContain('were skipped')
  })

  test('is tried on the counterexamples that were found once before all others', async () => {
    const property = smallerThan(2 ** 31)
    await failureOf({ ...property, examples: [7, 11] }, switches)
    expect(property.asked.slice(0, 2)).toEqual([7, 11])
    expect(property.asked).toHaveLength(202)
  })

  test('has cases of its own: another name or master seed gives others', async () => {
    const [first, named, seeded] = [smallerThan(2 ** 31), smallerThan(2 ** 31), smallerThan(2 ** 31)]
    await failureOf(first, switches)
    await failureOf({ ...named, name: 'other' }, switches)
    await failureOf(seeded, { ...switches, seed: 'other' })
    expect(named.asked).not.toEqual(first.asked)
    expect(seeded.asked).not.toEqual(first.asked)
  })

  test('is asked the counterexample alone by the command that it prints', async () => {
    const name = "on wasm (it's fast): a + b = $c"
    const failure = await failureOf({ ...smallerThan(1000), name }, switches)
    const command = replayCommand({ ...switches, gradientPath: failure!.path }, 'spec/gradients/x.spec.ts', name)

    const [, pattern] = /^HOMEWORK_.* npx vitest run spec\/gradients\/x\.spec\.ts -t "(.*)"$/.exec(command)!
    expect(name).toMatch(new RegExp(pattern!))
    expect(pattern).not.toMatch(/['"`\\%!]|\$./)
    const variables = [...command.matchAll(/(HOMEWORK_\w+)=('.*'|\S+) /g)]
    const environment = Object.fromEntries(
      variables.map(([, variable, value]) => [variable, value!.replaceAll("'\\''", "'").replaceAll(/^'|'$/g, '')]),
    )
    const replayed = smallerThan(1000)
    const again = await failureOf({ ...replayed, name }, readSwitches(environment))
    expect(replayed.asked).toEqual([1000])
    expect(again).toMatchObject({
      path: failure!.path,
      message: expect.stringContaining('1000, case 1, shrunk 0 times'),
    })
  })
})
