import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const filesOf = (names: readonly string[]): string[] => names.map((name) => `test/browser/${name}.test.ts`)

/**
 * Where it counts how busy the machine is, as a clock runs fast or processor time is limited, or where what is built is
 * built anew: one after the other, with nothing beside them.
 */
const ALONE = filesOf([
  'demo',
  'npmStart',
  'widgetBudgets',
  'widgetBudgetsLayout',
  'widgetBudgetsRequests',
  'widgetTabs',
])

/** They wait for real time to pass, or for a program, while others work. Begun last, they would be waited for at the end. */
const WAITING = filesOf(['extensionShipped', 'extensionFaults', 'bench'])

class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const waits = ({ moduleId }: TestSpecification): boolean =>
      WAITING.some((file) => moduleId.endsWith(`/${file}`))
    const sorted = await super.sort(files)
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))]
  }
}

const shared = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // The files of a worker share its browsers.
  isolate: false,
  environment: './test/browser/support/keepingEnvironment.ts',
}

export default defineConfig({
  test: {
    sequence: { sequencer: WaitingFirst },
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
          name: 'together',
          include: ['test/browser/**/*.test.ts'],
          exclude: ALONE,
          // Time stands still there until a test moves it, or they wait for what they expect: others may be at work.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
