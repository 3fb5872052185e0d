import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect } from 'vitest'
import { type BuiltManifest, findBuiltEngine, manifestName } from '../../src/backend/built-engine.ts'
import { forAny } from '../gradients/for-any.ts'
import { mutationsOf } from './fuzz/any-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'homework-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'addon'), 'binding')

const whole: BuiltManifest = {
  package: '@tensorflow/tfjs-node',
  version: '4.22.0',
  recipe: 'a digest',
  files: [{ path: 'addon', bytes: 7, sha256: 'another digest' }],
}
const text = JSON.stringify(whole)
const engine = {
  name: whole.package,
  version: '4.22.0',
  folder: join(folder, 'node_modules', '@tensorflow', 'tfjs-node'),
}

function foundWith(manifest: string) {
  writeFileSync(join(folder, manifestName), manifest)
  return findBuiltEngine(folder)
}

/** There is a manifest, so that it is found either whole or damaged, with a reason that names a file. */
function expectFoundOrDamaged(manifest: string): void {
  const found = foundWith(manifest)
  if (found !== null && 'damage' in found) expect(found.damage).toContain(folder)
  else expect(found).toMatchObject({ name: expect.any(String), version: expect.any(String) })
}

describe('the manifest of a built engine', () => {
  forAny('that is any JSON is whole or damaged', fc.json(), expectFoundOrDamaged, {
    examples: ['null', '{}', '[]', '{"files":null}', '{"files":[null]}'],
  })

  forAny(
    'that is the right one with some characters changed is whole or damaged',
    mutationsOf(text, ['"', '{', '}', '[', ']', ',', ':', '\\u0000', '../', 'null', '1e999']),
    expectFoundOrDamaged,
  )

  const without = fc.tuple(
    fc.constantFrom('package', 'version', 'recipe', 'files', 'path', 'bytes', 'sha256'),
    fc.jsonValue(),
  )
  forAny(
    'of which one value is another one is the engine with that value, or damaged',
    without,
    ([key, value]) => {
      const [file] = whole.files
      expectFoundOrDamaged(
        JSON.stringify(
          Object.hasOwn(whole, key) ? { ...whole, [key]: value } : { ...whole, files: [{ ...file, [key]: value }] },
        ),
      )
    },
    // A name that no file can have, and a path through a file, which throw where a missing file does not.
    {
      examples: [
        ['path', '\0'],
        ['path', 'addon/addon'],
        ['path', 'x'.repeat(9999)],
        ['bytes', '7'],
      ],
    },
  )

  forAny('that is right names the engine, in any layout', fc.constantFrom(undefined, 1, '\t'), (indent) =>
    expect(foundWith(JSON.stringify(whole, null, indent))).toEqual(engine),
  )
})
