import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { nestedSuite } from './nested/suite.ts'

// Starts a process, which a busy machine is slow at.
describe('the progress of a long training under Vitest', { timeout: 120_000 }, () => {
  const suite = nestedSuite('slow')

  test.each([
    ['on a person’s machine', []],
    ['in a shard, whose report is a blob', ['--shard=1/1', '--reporter=blob']],
  ])('is a line below the claim that waits for it, %s', (_, words) => {
    const { stderr } = suite.run(['--reporter=default', ...words])
    const lines = stripVTControlCharacters(stderr).split('\n')
    const line = lines.indexOf('LeNet-5, dropout: epoch 2 of 5, 25 % done, about 93 s left')
    expect(lines[line - 1]).toMatch(
      /^stderr \| spec\/1-nested\/slow\.spec\.ts > P1\.1, as-assigned: slow > The mean lies/,
    )
  })
})
