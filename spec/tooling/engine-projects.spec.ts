import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { engineNames } from '../../src/backend/engine.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'
import { claimsTagged } from './setup/claims-tagged.ts'
import { engineWorkers } from './setup/engine-workers.ts'

describe('in a run of every engine', () => {
  test('those on a GPU have few workers in a group of their own, and all others those of the run', () => {
    const at = (cores: number, slow: boolean) => engineNames.map((name) => engineWorkers(name, slow, cores))
    const onGpu = { maxWorkers: 2, sequence: { groupOrder: 1 } }
    expect(at(16, false)).toEqual([onGpu, onGpu, {}, {}, {}])
    expect(at(2, false)).toEqual([{}, {}, {}, {}, {}])
  })

  test('an adapter that a CPU plays has the workers of the run', () => {
    expect(engineWorkers('webgpu', true, 16)).toEqual({})
  })

  test.each(['\n', '\r\n'])('the claims that are tagged are found where lines end by %j', (end) => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'spec', '1-one'), { recursive: true })
    const write = (path: string, ...lines: string[]) => writeFileSync(join(root, 'spec', path), lines.join(end))
    // In two pieces, as Vitest would read a tag of this file.
    const tag = '// @module-' + 'tag'
    write('1-one/tagged.spec.ts', '// a claim', `${tag} small`, '')
    write('1-one/tagged-otherwise.spec.ts', `${tag} smaller`, '')
    write('no-claim.spec.ts', `${tag} small`, '')
    expect(claimsTagged('small', root)).toEqual(['spec/1-one/tagged.spec.ts'])
    expect(() => claimsTagged('large', root)).toThrow('is tagged large')
  })
})
