import { defineConfig } from 'vitest/config'

// Apart from `npm test`, which needs no browser: `npm run test:browser` opens the page and the UI in one.
export default defineConfig({
  test: {
    include: ['spec/browser/**/*.spec.ts'],
    globalSetup: ['spec/browser/keep-page.ts'],
    pool: 'forks',
    fileParallelism: false,
    // axe-core reads every mark of every figure, which a busy machine is slow at.
    testTimeout: 300_000,
    hookTimeout: 180_000,
  },
})
