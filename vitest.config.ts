import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    testTimeout: 60_000,
    // One core would be kept for the runner, which does next to nothing: on two, that is half of them.
    maxWorkers: '100%',
    // Each file would take a second to read the same modules anew. One that mocks a module resets them at its end.
    isolate: false,
  },
})
