import { expect, test } from 'vitest'
import { startBackend } from '../../src/backend/start-backend.ts'
import { HomeworkError } from '../../src/homework-error.ts'

test('an engine that does not start says what to do about this engine', async () => {
  const start = startBackend('webgpu', 'none of this name', 'Install a driver')
  await expect(start).rejects.toThrow(HomeworkError)
  await expect(start).rejects.toThrow(
    'The engine webgpu is installed but did not start. Install a driver, or choose another engine by HOMEWORK_BACKEND.',
  )
})
