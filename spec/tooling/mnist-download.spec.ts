import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NotRun } from '../../src/claims/not-run.ts'
import { defaultTimeLimits, type TimeLimits } from '../../src/experiments/lenet/mnist/download.ts'
import { downloadFiles } from '../../src/experiments/lenet/mnist/mirrors.ts'
import { sha256Of } from '../../src/experiments/lenet/mnist/published-file.ts'
import { publishedContents } from '../../src/experiments/lenet/mnist/source-chain.ts'
import { failingMirrors } from './mnist/failing-mirrors.ts'
import { goodMirror, localMirror } from './mnist/local-mirror.ts'
import { idxFile, smallContents, smallEdition } from './mnist/small-edition.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

/** Downloads into an empty cache. */
async function load(mirrors: readonly string[], limits: Partial<TimeLimits> = {}) {
  const cache = temporaryFolder()
  const said: string[] = []
  const options = { mirrors, limits: { ...defaultTimeLimits, ...limits }, say: (line: string) => said.push(line) }
  const result = await publishedContents(smallEdition, { mnistDirectory: null, cache }, options).catch(
    (error: unknown) => error,
  )
  return { result, said, isCached: existsSync(join(cache, 'mnist')) }
}

describe('the download of MNIST', () => {
  test('a good mirror is enough, and what is asked of it is said', async () => {
    const mirror = await goodMirror()
    const { result, said } = await load([mirror.address, 'http://127.0.0.1:9/'])
    expect(result).toEqual(smallContents)
    expect(said).toEqual(smallEdition.map(({ name }) => `Downloading ${mirror.address}${name}.gz`))
  })

  test('the progress of a long file is said at each megabyte', async () => {
    const content = idxFile([2_500_000], new Uint8Array(2_500_000))
    const mirror = await localMirror((response) => {
      response.writeHead(200, { 'content-length': content.length }).end(content)
    })
    const file = { name: 'long', shape: [2_500_000], sha256: sha256Of(content) }
    const said: string[] = []
    await downloadFiles([file], [mirror.address], defaultTimeLimits, (line) => said.push(line))
    expect(said).toEqual([
      `Downloading ${mirror.address}long.gz`,
      expect.stringMatching(/^ {2}long: 1\.\d of 2\.5 MB$/),
      expect.stringMatching(/^ {2}long: 2\.\d of 2\.5 MB$/),
    ])
  })

  test.each(failingMirrors)(
    'a mirror that %s leaves nothing in the cache, and the claims not run',
    async (_, reason, answer, limits) => {
      const mirror = await localMirror(answer)
      const { result, isCached } = await load([mirror.address], limits)
      expect(result).toBeInstanceOf(NotRun)
      expect((result as NotRun).message).toContain(`${mirror.address}${smallEdition[0]!.name}.gz: `)
      expect((result as NotRun).message).toMatch(reason)
      expect(isCached).toBe(false)
    },
  )

  // A mirror that only its time limits unmask is left out: on a busy machine they could strike the good one as well.
  test.each(failingMirrors.filter(([, , , limits]) => Object.keys(limits).length === 0))(
    'after a mirror that %s the next one is asked, and the first no more',
    async (_, reason, answer) => {
      const [bad, good] = [await localMirror(answer), await goodMirror()]
      const { result, said, isCached } = await load([bad.address, good.address])
      expect(result).toEqual(smallContents)
      expect(said.join('\n')).toMatch(reason)
      expect([bad.asked.length, good.asked.length]).toEqual([1, 4])
      expect(isCached).toBe(true)
    },
  )
})
