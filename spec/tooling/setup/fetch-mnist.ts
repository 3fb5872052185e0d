import type { TestProject } from 'vitest/node'
import { NotRun } from '../../../src/claims/not-run.ts'
import { loadMnist } from '../../../src/experiments/lenet/mnist/mnist.ts'
import { HomeworkError } from '../../../src/homework-error.ts'
import { readSwitches } from '../../../src/switches.ts'

/**
 * Fetches MNIST before the workers start, as no spec waits for a download. A broken folder is left for each claim that
 * needs it to fail by, so that the others still run.
 */
export default async function fetchMnist(project: TestProject): Promise<void> {
  project.provide('mnistAbsent', await reasonForAbsence())
}

async function reasonForAbsence(): Promise<string | null> {
  try {
    await loadMnist(readSwitches(process.env))
    return null
  } catch (error) {
    if (error instanceof NotRun) return error.message
    if (error instanceof HomeworkError) return null
    throw error
  }
}
