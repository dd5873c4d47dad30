import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two cores, and browsers that each take more than one: side by side they would only wait for each other.
    fileParallelism: false,
  },
})
