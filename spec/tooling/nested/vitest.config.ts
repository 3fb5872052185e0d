import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { ClaimsReporter } from '../../../src/report/reporter.ts'
import { readSwitches } from '../../../src/switches.ts'

// A suite of its own, which the gate's specs run in a process of its own; SUITE_FOLDER is where it may write.
const folder = process.env.SUITE_FOLDER!

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.claim.ts'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    reporters: ['json', new ClaimsReporter(folder, readSwitches(process.env), { engine: 'cpu', passedOver: [] })],
    outputFile: join(folder, 'results.json'),
    tags: ['exact', 'ordering', 'as-submitted', 'as-assigned'].map((name) => ({ name })),
  },
})
