import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type NamedClaim, namedClaims, selectSpecs } from '../../scripts/select-claims.ts'
import { collectClaims } from './claims/collect-claims.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')

const claims: NamedClaim[] = [
  ['P1.3', 'accuracy', 'Hinge loss is better', 'spec/1-perceptron/hinge-is-worse.spec.ts'],
  ['P2.1', 'sigmoid', 'Depth makes gradients vanish', 'spec/2-dying-relu/gradients-vanish.spec.ts'],
  ['P2.10', 'rate', 'Nets die', 'spec/2-dying-relu/nets-die.spec.ts'],
].map(([id, part, statement, file]) => ({ id, reading: 'as-assigned', part, statement, file }) as NamedClaim)
const [hinge, vanish, die] = claims.map(({ file }) => file)

describe('the words after npm run claims', () => {
  test.each([
    ['a problem', ['P2'], [vanish, die]],
    ['a claim, and none whose number begins alike', ['p2.1'], [vanish]],
    ['a statement', ['Hinge loss is better'], [hinge]],
    ['a piece of a statement in other capitals', ['GRADIENTS van'], [vanish]],
    ['a title as the tests have it', ['P2.10, as-assigned: rate'], [die]],
    ['a title as messages have it', ['P1.3 (as-assigned, accuracy)'], [hinge]],
    ['a spec, by a path of Windows too', ['spec\\2-dying-relu\\nets-die'], [die]],
    ['several claims, each once', ['P2.1', 'hinge', 'P2'], [vanish, hinge, die]],
  ])('name %s', (_, words, files) => {
    expect(selectSpecs(claims, words)).toEqual(files)
  })

  test.each([
    ['P7', 'No claim is called "P7". There are P1, P2.'],
    ['P2.7', 'No claim is called "P2.7". There are P2.1, P2.10.'],
    [
      'vanishing gradients',
      'No claim is called "vanishing gradients". The nearest are P2.1 ‘Depth makes gradients vanish’;',
    ],
  ])('are refused if they name none, as %s, with the nearest possibilities', (word, message) => {
    expect(() => selectSpecs(claims, ['P1', word])).toThrow(message)
  })
})

test.each(['1-perceptron', '2-dying-relu', '3-lenet', '4-eggholder'])(
  'the text of each spec of %s names what the spec states',
  { timeout: 120_000 },
  async (folder) => {
    const name = ({ id, reading, part, statement }: Omit<NamedClaim, 'file'>) => ({ id, reading, part, statement })
    const named = namedClaims(root).filter(({ file }) => file.startsWith(`spec/${folder}/`))
    expect(named.map(name)).toEqual((await collectClaims(folder)).map(name))
  },
)

// Starts a process, which a busy machine is slow at.
describe('npm run claims', { timeout: 120_000 }, () => {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/claims.mjs'), ...words], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, HOMEWORK_CACHE: temporaryFolder() },
    })

  // --silent, as -u, may have a value, which is no spec that stands behind it.
  test('runs just the claims that are named, with Vitest’s own flags', () => {
    const results = join(temporaryFolder(), 'results.json')
    const { status } = run('--reporter=json', `--outputFile=${results}`, 'P1.2', '--silent')
    const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as { testResults: { name: string }[] }
    const files = namedClaims(root).filter(({ id }) => id === 'P1.2')
    expect(testResults.map(({ name }) => name).sort()).toEqual(
      files.map(({ file }) => `${root.replaceAll('\\', '/')}/${file}`).sort(),
    )
    expect(status).toBe(0)
  })

  test('ends with 1 and one paragraph for a word that names none', () => {
    const { status, stderr } = run('P9')
    expect(stderr.trim()).toBe('No claim is called "P9". There are P1, P2, P3, P4.')
    expect(status).toBe(1)
  })
})
