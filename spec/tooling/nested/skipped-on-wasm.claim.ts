import { expect, test } from 'vitest'

test('what one engine lacks is skipped there', ({ skip }) => {
  skip(process.env.HOMEWORK_BACKEND === 'wasm')
  expect(process.env.HOMEWORK_BACKEND).toBe('cpu')
})
