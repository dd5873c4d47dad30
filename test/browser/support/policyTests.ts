import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FlatPolicy } from '../../../scripts/rollOut/flatPolicy.ts'
import { until } from '../../../scripts/stage/until.ts'
import { badgeIs, says, shownNotifications, watchNotifications } from './extensionPage.ts'
import type { Forced } from './forced.ts'
import { type Scenario, startScenario } from './scenario.ts'
import {
  askFor,
  importOthers,
  lockedIn,
  mistakesIn,
  openPages,
  pressAll,
  quietHours,
  reopened,
  titleSays,
} from './underPolicy.ts'

const WELCOME = '/welcome.html'

/** People may choose for themselves when they want to be left alone; what else is set is locked. */
const policyWith = ({ feed }: Scenario) => ({
  pods: ['prod2'],
  feed,
  notUsed: ['voice'],
  notifications: true,
  quietHours: 'none',
  workingHours: 'Sun-Thu 08:00-16:00',
  mayChange: ['quietHours'],
})

/** Beside rows that can be used, some that can't, and what is said of them. */
const WRONG = {
  pods: ['prod2', 'nonsense'],
  notifications: true,
  quietHours: 'late',
  workingHours: 'Mo-Fr 9-17',
  feed: 'ftp://status.example/summary.json',
  welcome: true,
}
const TOLD = [/^feed .*ftp:/, /^pods, entry 2 .*nonsense/, /^quietHours .*late/, /^workingHours .*Mo-Fr/]

type Start = (policy: FlatPolicy) => Promise<Forced>

/** What a policy does in each browser. */
export const testPolicy = (start: Start): void => {
  describe('a policy that sets pod and feed', () => {
    let scenario: Scenario
    let browser: Forced
    beforeAll(async () => {
      scenario = await startScenario(['2024-12-19-chat-attachments'])
      browser = await start(policyWith(scenario))
      await watchNotifications(browser)
      await scenario.join(browser)
    })
    afterAll(async () => {
      await browser?.close()
      await scenario?.page.close()
    })

    /** Whatever was tried: the same controls in the same state, out of use, and the pod is the company's. */
    const isAsBefore = async (before: Awaited<ReturnType<typeof lockedIn>>): Promise<void> => {
      expect(await reopened(browser)).toEqual(before)
      expect(before.filter(({ isDisabled }) => !isDisabled)).toEqual([])
      await titleSays(browser, 'Prod2 (EU)')
    }

    it('is installed quietly, and knows its pod without a click', async () => {
      await badgeIs(browser, '', 'No trouble is reported')
      await titleSays(browser, 'Prod2 (EU)')
      expect(await openPages(browser)).toEqual(['/options.html'])
      expect(await shownNotifications(browser)).toEqual([])
      await scenario.goTo(0)
      await badgeIs(browser, '!', 'Attachments in chat')
    })

    it('shows what is set, and is not changed by keyboard', async () => {
      const before = await reopened(browser)
      const stateOf = (value: string) => before.find(({ state }) => state[1] === value)?.state[0]
      expect([stateOf('prod1'), stateOf('prod2')]).toEqual([false, true])
      expect(before.map(({ state }) => state[1])).toEqual(
        expect.arrayContaining([scenario.feed, '08:00', '16:00']),
      )
      const days = before.filter(({ name }) => /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat)$/.test(name))
      expect(
        days
          .filter(({ state }) => !state[0])
          .map(({ name }) => name)
          .sort(),
      ).toEqual(['Fri', 'Sat'])
      const pressed = await pressAll(browser)
      expect(pressed.filter((name) => before.some((control) => control.name === name))).toEqual([])
      // What may be changed was.
      expect(pressed).toContain('Quiet hours')
      expect(await lockedIn(browser)).toEqual(before)
      await isAsBefore(before)
      expect(await quietHours(browser)).toEqual(['20:00', '08:00'])
    })

    it('shows working hours on the history’s page too, out of use', async () => {
      await browser.open('pod-history.html')
      await says(browser, 'Working hours: Sunday to Thursday, 8:00 AM to 4:00 PM.')
      const controls = await lockedIn(browser)
      expect(controls.map(({ state }) => state[1])).toEqual(expect.arrayContaining(['08:00', '16:00']))
      expect(controls.filter(({ isDisabled }) => !isDisabled)).toEqual([])
    })

    it('is not changed by a file', async () => {
      const before = await reopened(browser)
      await importOthers(browser, { from: '01:00', to: '02:00' })
      expect(await lockedIn(browser)).toEqual(before)
      await isAsBefore(before)
      expect(await quietHours(browser)).toEqual(['01:00', '02:00'])
    })

    it('is not changed by messages, nor by deleting everything', async () => {
      const before = await reopened(browser)
      const quiet = { from: '03:00', to: '04:00' }
      const workingHours = { days: [6], from: '01:00', to: '02:00' }
      const settings = { pods: ['prod1'], notify: false, ignored: [], feed: null, quiet, workingHours }
      await askFor(browser, { type: 'page-bg:settings', settings })
      await askFor(browser, { type: 'page-bg:use', address: `${scenario.feed}?other` })
      await isAsBefore(before)
      expect(await quietHours(browser)).toEqual(['03:00', '04:00'])
      await askFor(browser, { type: 'page-bg:reset' })
      await isAsBefore(before)
      expect(await quietHours(browser)).toEqual([])
      // Meanwhile somebody would have been welcomed.
      expect(await openPages(browser)).not.toContain(WELCOME)
    })
  })
}

/** What becomes of one in which much is wrong. */
export const testWrongPolicy = (start: Start): void => {
  it('rows that can’t be used harm nothing else and are listed, and a welcome page is there for who asks for it', async () => {
    const browser = await start(WRONG)
    try {
      await titleSays(browser, 'Prod2 (EU)')
      await until(
        () => openPages(browser),
        (pages) => pages.includes(WELCOME),
        'the welcome page',
      )
      const set = await reopened(browser)
      expect(set.filter(({ state }) => state[0]).map(({ state }) => state[1])).toEqual(['prod2', 'on'])
      const { heading, rows } = await mistakesIn(browser)
      expect(heading).toBe('From your company')
      expect([...rows].sort()).toEqual(TOLD.map((one) => expect.stringMatching(one)))
    } finally {
      await browser.close()
    }
  })
}
