import { defineConfig } from 'vitest/config'

// Apart from `npm test`, which needs no browser: `npm run test:browser` opens the page and the UI in one.
export default defineConfig({
  test: {
    include: ['spec/browser/**/*.spec.ts'],
    globalSetup: ['spec/browser/keep-page.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
})
