import { expect, test } from 'vitest'
import type { TestProjectInlineConfiguration } from 'vitest/config'
import config from '../../vitest.config.ts'

const projects = async () => {
  const { test } = await (config as () => Promise<{ test: { projects: TestProjectInlineConfiguration[] } }>)()
  return test.projects.map((project) => project.test!)
}

test('timed claims run after all others, one at a time, and in no other project', async () => {
  const all = await projects()
  const timed = all.find(({ name }) => name === 'claims-timed')!
  const others = all.filter((project) => project !== timed)
  expect(others.length).toBeGreaterThan(1)
  expect(timed).toMatchObject({ maxWorkers: 1, sequence: { groupOrder: 1 } })
  for (const other of others) {
    expect(other.sequence?.groupOrder ?? 0, `${other.name}`).toBe(0)
    expect(other.exclude, `${other.name}`).toEqual(expect.arrayContaining(timed.include!))
  }
})
