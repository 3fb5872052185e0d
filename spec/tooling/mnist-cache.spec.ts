import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { publishedContents } from '../../src/experiments/lenet/mnist/source-chain.ts'
import { labelOf, thisProcess } from '../../src/training/process-identity.ts'
import { goodMirror, type LocalMirror } from './mnist/local-mirror.ts'
import { layEdition, smallContents, smallEdition } from './mnist/small-edition.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

async function load(cache: string, mirror: LocalMirror) {
  const said: string[] = []
  const options = { mirrors: [mirror.address], say: (line: string) => said.push(line) }
  const contents = await publishedContents(smallEdition, { mnistDirectory: null, cache }, options)
  return { contents, said }
}

const names = smallEdition.map(({ name }) => name)

describe('the cached MNIST', () => {
  test('what was downloaded is stored uncompressed, alone in its folder, and used from then on', async () => {
    const cache = temporaryFolder()
    const mirror = await goodMirror()
    expect((await load(cache, mirror)).contents).toEqual(smallContents)
    expect(readdirSync(join(cache, 'mnist')).sort()).toEqual([...names].sort())
    expect(names.map((name) => readFileSync(join(cache, 'mnist', name)))).toEqual(smallContents)

    const { contents, said } = await load(cache, mirror)
    expect(contents).toEqual(smallContents)
    expect(said).toEqual([])
    expect(mirror.asked).toEqual(names.map((name) => `${name}.gz`))
  })

  test('files that somebody else put there are used, compressed too', async () => {
    const cache = temporaryFolder()
    mkdirSync(join(cache, 'mnist'))
    layEdition(join(cache, 'mnist'), true)
    const mirror = await goodMirror()
    expect((await load(cache, mirror)).contents).toEqual(smallContents)
    expect(mirror.asked).toEqual([])
  })

  test('a damaged file is named with the reason, and replaced', async () => {
    const cache = temporaryFolder()
    const mirror = await goodMirror()
    await load(cache, mirror)
    const path = join(cache, 'mnist', names[2]!)
    writeFileSync(path, smallContents[2]!.subarray(0, -1))

    const { contents, said } = await load(cache, mirror)
    expect(contents).toEqual(smallContents)
    expect(said[0]).toBe(`The cached MNIST is not used. ${path}: it has 23 bytes instead of 24.`)
    expect(readFileSync(path)).toEqual(smallContents[2])
  })

  test('what a process that was killed had written is removed, and what a living one writes is left', async () => {
    const folder = join(temporaryFolder(), 'mnist')
    // This process's parent waits for it, and no system gives such a number to a process.
    const drafts = [
      { pid: process.ppid, start: '0' },
      { pid: 2 ** 22 + 1, start: '0' },
    ].map((identity) => {
      return join(folder, `draft.${labelOf({ ...thisProcess, ...identity })}-abcdef`)
    })
    for (const draft of drafts) mkdirSync(draft, { recursive: true })
    writeFileSync(join(drafts[1]!, names[0]!), smallContents[0]!)
    await load(dirname(folder), await goodMirror())
    expect(readdirSync(folder).sort()).toEqual([basename(drafts[0]!), ...names].sort())
  })

  test('two that download at once both get the contents, and leave one whole copy', async () => {
    const cache = temporaryFolder()
    const mirror = await goodMirror()
    const both = await Promise.all([load(cache, mirror), load(cache, mirror)])
    expect(both.map(({ contents }) => contents)).toEqual([smallContents, smallContents])
    expect(readdirSync(join(cache, 'mnist')).sort()).toEqual([...names].sort())
  })

  test('where the cache cannot be written, what was downloaded is used, and the reason is said', async () => {
    const cache = join(temporaryFolder(), 'cache')
    writeFileSync(cache, 'a file where a folder belongs')
    const { contents, said } = await load(cache, await goodMirror())
    expect(contents).toEqual(smallContents)
    expect(said.at(-1)).toContain(`Mend HOMEWORK_CACHE=${cache}`)
  })
})
