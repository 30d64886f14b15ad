import { defineConfig } from 'vitest/config'

/** Real server, real browser, real OBS: one file after the other, since two cores are few. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts', 'tests/obs/**/*.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    pool: 'forks',
    fileParallelism: false,
    sequence: { concurrent: false },
  },
})
