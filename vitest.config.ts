import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    testTimeout: 60_000,
    // One core would be kept for the runner, which does next to nothing: on two, that is half of them.
    maxWorkers: '100%',
    // No test changes what another one finds; and each file would take a second to read the same modules anew.
    isolate: false,
  },
})
