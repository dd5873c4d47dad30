import { afterEach, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { customer } from '../../shared/text/en.ts'
import { type Scene, sceneOf } from '../../shared/text/scene.ts'
import { partFile } from '../support/builtWidget.ts'
import { inFull } from '../support/nightly.ts'
import { startChromium } from './support/chromium.ts'
import { badgeIs, setUp, shownNotifications, toolbarIn, watchNotifications } from './support/extensionPage.ts'
import { type RealRelay, startRealRelay } from './support/realRelay.ts'
import { startScenario } from './support/scenario.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import { FEED, onStage } from './support/widgetStage.ts'

// Widget and extension on the relay itself, in its own runtime, through an incident.

const INCIDENT = '2024-12-19-chat-attachments'
const POD = 'prod2'
const WELL = 'No trouble is reported'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})
const relayBefore = async (page: string, hasEvents: boolean): Promise<RealRelay> => {
  const relay = await startRealRelay(`${page}${FEED}`, hasEvents)
  ends.push(relay.close)
  await relay.knows(POD, null)
  return relay
}

const sceneOfHeadline = (headline: string | undefined): Scene | undefined =>
  (Object.keys(customer.scenes) as Scene[]).find((scene) => customer.scenes[scene].headline === headline)

/** Firefox hears no events: see widgetEventsKept.test.ts. */
const CUSTOMERS = ALL.filter(inFull).flatMap((browser) =>
  (browser === 'firefox' ? [false] : [false, true]).map((hasEvents) => ({ browser, hasEvents })),
)

it.each(CUSTOMERS)(
  'a customer in $browser is told of an incident and its end (events: $hasEvents)',
  async ({ browser, hasEvents }) => {
    const web = await startWeb(browser)
    ends.push(web.close)
    const options = { recordings: [INCIDENT], claims: { pod: POD } }
    await onStage(web, options, async (stage) => {
      const relay = await relayBefore(stage.replay.url, hasEvents)
      const events = hasEvents ? { 'data-events': 'on' } : {}
      stage.change({ ...options, tag: { 'data-feed': relay.feed(POD), ...events } })
      await web.run('localStorage.clear()')
      await stage.reload()
      await stage.openChat()
      expect(await stage.banner()).toBeNull()
      const scenes: (Scene | undefined)[] = []
      for (let change = 0; change < stage.changes; change++) {
        stage.replay.step()
        const truth = stage.truth(change, POD)
        await relay.knows(POD, truth?.subject ?? null)
        // With events it is told without being asked.
        if (!hasEvents) await stage.ask()
        // That it is over is shown for some seconds of the page's time, which a later change would let pass.
        const wanted = truth ? sceneOf(truth) : 'back'
        const seen = await until(
          async () => sceneOfHeadline((await stage.banner())?.headline),
          (scene) => scene === wanted,
          wanted,
        )
        if (seen !== scenes.at(-1)) scenes.push(seen)
        if (truth === null) break
      }
      expect(scenes).toEqual(['attachments-failing', 'back'])
      const loaded = await web.run(
        'return performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname.split("/").at(-1))',
      )
      expect(loaded).toContain(partFile('view'))
      expect(loaded).not.toContain(partFile('judgement'))
    })
  },
)

describe('an agent in Chromium', () => {
  it.each([
    { name: 'pods', hasEvents: true },
    { name: 'summary', hasEvents: true },
    { name: 'prod2', hasEvents: false },
  ])('is told of the same, once each ($name, events: $hasEvents)', async ({ name, hasEvents }) => {
    const scenario = await startScenario([INCIDENT])
    ends.push(scenario.page.close)
    const relay = await relayBefore(scenario.page.url, hasEvents)
    const browser = await startChromium()
    ends.push(browser.close)
    // How often the page is asked is the relay's affair.
    const asked = async (): Promise<void> => {
      await scenario.ring()
      await scenario.settled()
    }
    await setUp(browser, { ...scenario, feed: relay.feed(name), asked }, [POD])
    await watchNotifications(browser)
    await badgeIs(browser, '', WELL)
    /** Wakes the extension by its own alarm, until something is so. */
    const wakeUntil = async (isSo: () => Promise<boolean>): Promise<void> => {
      for (let tries = 0; tries < 12 && !(await isSo()); tries++) {
        await scenario.ring()
        await scenario.settled()
      }
      expect(await isSo()).toBe(true)
    }
    for (const [change, at] of scenario.moments.entries()) {
      scenario.page.setTime(at)
      const truth = scenario.truth(change, POD)
      await relay.knows(POD, truth.banner?.subject ?? null)
      const isShown = async (): Promise<boolean> =>
        (await toolbarIn(browser)).title.includes(WELL) === (truth.level === 'ok')
      // By its events, or when it asks: extensionRelay.test.ts tells these apart.
      await wakeUntil(isShown)
    }
    const told = await until(
      () => shownNotifications(browser),
      (shown) => shown.length >= 2,
      'two notifications',
    )
    expect(told).toHaveLength(2)
  })
})
