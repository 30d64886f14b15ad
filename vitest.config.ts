import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/**/*.test.ts',
      'apps/**/*.test.ts',
      'art/**/*.test.ts',
      'tests/*.test.ts',
      'tests/live2d/**/*.test.ts',
      'tests/scenarios/**/*.test.ts',
      'tests/voice/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**'],
    testTimeout: 20_000,
    pool: 'forks',
    globalSetup: ['tests/bundle-first.ts'],
  },
})
