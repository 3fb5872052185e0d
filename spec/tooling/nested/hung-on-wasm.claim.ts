import { expect, test } from 'vitest'

test('one engine hangs where another one passes', () => {
  if (process.env.HOMEWORK_BACKEND === 'wasm') for (;;);
  expect(process.env.HOMEWORK_BACKEND).toBe('cpu')
})
