import { defineConfig } from 'vitest/config'

/** Time stands still there until a test moves it, so it is no matter how busy the machine is. */
const PATIENT = ['test/browser/widget*.test.ts']
/** What is slow counts there. */
const BUSY = ['test/browser/widgetBudgets*.test.ts']

const shared = { testTimeout: 120_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'alone',
          include: ['test/browser/**/*.test.ts'],
          exclude: PATIENT,
          // Two cores, and browsers that each take more than one: side by side they would only wait for each other.
          maxWorkers: 1,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'budgets',
          include: BUSY,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'widget',
          include: PATIENT,
          exclude: BUSY,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
