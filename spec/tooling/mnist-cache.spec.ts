import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { publishedContents } from '../../src/experiments/lenet/mnist/source-chain.ts'
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
    const damaged = smallContents[2]!.subarray(0, -1)
    writeFileSync(path, damaged)
    linkSync(path, join(cache, 'the same file'))

    const { contents, said } = await load(cache, mirror)
    expect(contents).toEqual(smallContents)
    expect(said[0]).toBe(`The cached MNIST is not used. ${path}: it has 23 bytes instead of 24.`)
    expect(readFileSync(path)).toEqual(smallContents[2])
    // By another file: whoever reads the old one meanwhile sees no part of the new.
    expect(readFileSync(join(cache, 'the same file'))).toEqual(damaged)
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
