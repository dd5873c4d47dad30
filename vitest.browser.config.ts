import { defineConfig } from 'vitest/config'

/**
 * Where it counts how busy the machine is, as what is slow does or a clock of their own that runs fast, or where what
 * is built is built anew: one after the other, with nothing beside them.
 */
const ALONE = [
  'bench',
  'calm',
  'demo',
  'kill',
  'start',
  'widgetBudgets',
  'widgetBudgetsLayout',
  'widgetBudgetsQuestions',
  'widgetTabs',
].map((name) => `test/browser/${name}.test.ts`)
/** Time stands still there until a test moves it, or they wait for what they expect: others may be at work. */
const WIDGET = ['test/browser/widget*.test.ts']

const shared = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // The files of a worker share its browsers.
  isolate: false,
  environment: './test/browser/support/keepingEnvironment.ts',
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'alone',
          include: ALONE,
          maxWorkers: 1,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'extension',
          include: ['test/browser/**/*.test.ts'],
          exclude: [...ALONE, ...WIDGET],
          // They wait for clocks most of the time, each in a browser of its own.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'widget',
          include: WIDGET,
          exclude: ALONE,
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
