import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RunStore } from '../../src/training/run-store.ts'
import { key } from './run-store/key.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

/** Stores one run, lets its file be changed, and asks for it again with nothing in memory. */
async function afterDamage(damage: (file: Buffer) => Buffer) {
  const folder = temporaryFolder()
  await new RunStore(folder).run(key, () => Float32Array.of(1, 2))
  const path = join(folder, readdirSync(folder).find((file) => file.endsWith('.run'))!)
  writeFileSync(path, damage(readFileSync(path)))

  const warnings: string[] = []
  const warn = (warning: string) => warnings.push(warning)
  const asked = await new RunStore(folder, { warn }).run(key, () => 'trained anew')
  const askedAgain = await new RunStore(folder, { warn }).run(key, () => 'trained again')
  return { path, warnings, asked, askedAgain }
}

describe('a stored run that is not whole', () => {
  test.each<[string, RegExp, (file: Buffer) => Buffer]>([
    ['empty', /first line/, () => Buffer.alloc(0)],
    [
      'of another format',
      /first line/,
      (file) => Buffer.from(file.toString('latin1').replace('run 1', 'run 2'), 'latin1'),
    ],
    [
      'of another key',
      /another key/,
      (file) => Buffer.from(file.toString('latin1').replace('first', 'third'), 'latin1'),
    ],
    ['cut short', /SHA-256/, (file) => file.subarray(0, -1)],
    ['too long', /SHA-256/, (file) => Buffer.concat([file, Buffer.alloc(1)])],
  ])('a file that is %s is named once with the reason, and trained anew', async (_, reason, damage) => {
    const { path, warnings, asked, askedAgain } = await afterDamage(damage)
    expect(asked).toBe('trained anew')
    expect(askedAgain).toBe('trained anew')
    expect(warnings).toEqual([expect.stringMatching(reason)])
    expect(warnings[0]).toContain(path)
  })

  const cases = 100
  // Each case waits twice until its run is on the disk: for a tenth of a second on a slow or busy one.
  const timeout = 5000 + cases * 2 * 100

  test('for any byte that is changed in any way, the run is trained anew', { timeout }, async () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }))
    await fc.assert(
      fc.asyncProperty(change, async ([place, difference]) => {
        const { asked, warnings } = await afterDamage((file) => {
          file[place % file.length]! ^= difference
          return file
        })
        expect(asked).toBe('trained anew')
        expect(warnings).toHaveLength(1)
      }),
      { seed: 1, numRuns: cases },
    )
  })
})
