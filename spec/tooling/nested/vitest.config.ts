import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { ClaimsReporter } from '../../../src/report/reporter.ts'
import { readSwitches } from '../../../src/switches.ts'

// A suite of its own, which other specs run in a process of its own; SUITE_FOLDER is its root.
const root = process.env.SUITE_FOLDER!

export default defineConfig({
  test: {
    root,
    include: ['spec/**/*.spec.ts'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    reporters: ['json', new ClaimsReporter(root, readSwitches(process.env), { engine: 'cpu', passedOver: [] })],
    outputFile: join(root, 'results.json'),
    tags: ['exact', 'ordering', 'as-submitted', 'as-assigned'].map((name) => ({ name })),
  },
})
