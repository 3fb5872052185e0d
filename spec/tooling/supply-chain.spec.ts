import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const manifest = JSON.parse(read('package.json'))

interface LockedPackage {
  readonly version: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  /** whether it is a folder of the project */
  readonly link?: boolean
}
const lockFiles = ['package-lock.json', 'src/native-engine/packages/package-lock.json']
const lockedIn = (path: string) =>
  Object.entries<LockedPackage>(JSON.parse(read(path)).packages).filter(
    ([place, { link }]) => place.startsWith('node_modules/') && !link,
  )

describe('what is downloaded is pinned by its digest', () => {
  test.each(lockFiles)('each package of %s', (path) => {
    const locked = lockedIn(path)
    expect(locked.length).toBeGreaterThan(10)
    for (const [place, { integrity }] of locked) expect(integrity, place).toMatch(/^sha512-[\w+/]{86}==$/)
  })

  test.each(['cpu', 'gpu'])('each wheel of the native engine, %s', (variant) => {
    const lines = read(`src/native-engine/requirements-${variant}.txt`).split('\n')
    const wheels = lines.filter((line) => line !== '' && !line.startsWith('#'))
    expect(wheels.length).toBeGreaterThan(0)
    for (const wheel of wheels) expect(wheel).toMatch(/^[\w-]+==[\w.]+ --hash=sha256:[0-9a-f]{64}$/)
  })

  test('each action of the workflows, by its commit', () => {
    const folder = '.github/workflows'
    const uses = readdirSync(join(root, folder)).flatMap((file) => read(`${folder}/${file}`).match(/uses: .*/g) ?? [])
    expect(uses.length).toBeGreaterThan(10)
    for (const use of uses) expect(use).toMatch(/^uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })
})

describe('what is audited', () => {
  test('is all that a default install brings; the packages of TensorFlow have a command of their own', () => {
    const audits = Object.values<string>(manifest.scripts).filter((command) => command.startsWith('npm audit'))
    expect(audits.map((command) => command.match(/--omit=\w+/g))).toEqual([['--omit=optional'], null])
  })

  test('is named as a dependency where the sources import it, but for the runner of the specs', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|mjs)$/.test(name))
      .map((name) => read(join('src', name)))
    const imports = sources.flatMap((source) => [...source.matchAll(/\b(?:from |import\()'([^.'][^']*)'/g)])
    const packages = imports
      .map(([, specifier]) => /^(@[^/]+\/)?[^/]+/.exec(specifier!)![0])
      .filter((name) => !name.startsWith('node:'))
    expect(new Set(packages).size).toBeGreaterThan(10)
    expect([...new Set(packages)].filter((name) => !(name in manifest.dependencies))).toEqual(['vitest'])
  })
})

test('what the project asks for itself is of one version', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest
  for (const version of Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  }
})

test('each package that wants to run a script when it is installed is named, with whether it may', () => {
  const scripted = lockedIn('package-lock.json').filter(([, { hasInstallScript }]) => hasInstallScript)
  const names = scripted.map(([place]) => place.replace(/^.*node_modules\//, '')).filter((name) => name !== 'fsevents')
  expect(Object.keys(manifest.allowScripts).sort()).toEqual([...new Set(names)].sort())
})
