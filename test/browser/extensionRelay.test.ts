import { mkdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { faultsOf, overflowOf, squeezedIn } from './support/axe.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import {
  badgeIs,
  type Eye,
  says,
  setUp,
  shownNotifications,
  textOf,
  toolbarIn,
  watchNotifications,
} from './support/extensionPage.ts'
import { startFirefox } from './support/firefox.ts'
import { type PretendRelay, startPretendRelay } from './support/pretendRelay.ts'
import { FEED, type Scenario, startScenario } from './support/scenario.ts'

/** Where pictures go when somebody wants to look at them. */
const PICTURES = process.env['PODLIGHT_PICTURES'] ?? ''
if (PICTURES !== '') mkdirSync(PICTURES, { recursive: true })

const POD = 'prod2'
const WELL = 'No trouble is reported'

/** Waits for notifications, of which there must be exactly so many. */
const toldTimes = async (eye: Eye, times: number): Promise<void> => {
  const told = await until(
    () => shownNotifications(eye),
    (shown) => shown.length >= times,
    `${times} notifications`,
  )
  expect(told).toHaveLength(times)
}

let scenario: Scenario
let relay: PretendRelay
const begin = async (events: boolean): Promise<void> => {
  scenario = await startScenario(['2024-12-19-chat-attachments'])
  relay = await startPretendRelay(scenario, { events })
}
const end = async (browser: { close(): Promise<void> } | undefined): Promise<void> => {
  await browser?.close()
  await relay.close()
  await scenario.page.close()
}

/** Chooses a feed of the relay, and lets time pass until its events are heard. */
const connect = async (eye: Eye, name: string): Promise<void> => {
  await setUp(eye, { ...scenario, feed: relay.feed(name) }, [POD])
  await watchNotifications(eye)
  await badgeIs(eye, '', WELL)
  // A new profile has requests for little more than this.
  await scenario.asked(4)
  // A stream that was opened before time passed has missed its beats.
  relay.hangUp()
  await reconnect(eye)
}

/** Lets time pass until a stream may be opened. */
const reconnect = async (eye: Eye): Promise<void> => {
  await streamsAre(0)
  for (let tries = 0; tries < 8 && relay.streams() === 0; tries++) {
    await scenario.asked(1)
    await streamsAre(1, 2000).catch(() => undefined)
  }
  await streamsAre(1)
  await says(eye, 'Connected: changes arrive within seconds.')
}

const streamsAre = (count: number, patience?: number): Promise<number> =>
  until(
    async () => relay.streams(),
    (open) => open === count,
    `${count} streams of events`,
    patience,
  )

/** A relay asks the page every 15 s. */
const TURN = 15_000

/** The page changes, the relay says so, and nothing wakes the extension. */
const changeTo = async (eye: Eye, change: number): Promise<void> => {
  scenario.page.setTime(scenario.moments[change] ?? 0)
  await scenario.pass(TURN)
  relay.tell('change')
  const isWell = scenario.truth(change, POD).level === 'ok'
  await until(
    () => toolbarIn(eye),
    ({ title }) => title.includes(WELL) === isWell,
    'what the relay told',
  )
}

const liveThrough = async (eye: Eye, name: string): Promise<void> => {
  await connect(eye, name)
  const asked = scenario.page.log.count(FEED)
  for (const change of scenario.moments.keys()) await changeTo(eye, change)
  relay.tell('beat')
  await toldTimes(eye, 2)
  const requests = scenario.page.log.count(FEED) - asked
  if (name === 'summary') expect(requests).toBeLessThanOrEqual(scenario.moments.length)
  else expect(requests).toBe(0)
}

describe('an agent in Chromium whose company runs a relay', () => {
  let browser: Chromium
  beforeEach(async () => {
    browser = await startChromium()
  })
  afterEach(() => end(browser))

  it.each(['pods', 'summary'])('hears of an incident as it comes, from its events: %s', async (name) => {
    await begin(true)
    await liveThrough(browser, name)
  })

  it.each(['prod2', 'summary'])('is told the same without events: %s', async (name) => {
    await begin(false)
    await setUp(browser, { ...scenario, feed: relay.feed(name) }, [POD])
    await watchNotifications(browser)
    await badgeIs(browser, '', WELL)
    for (const change of scenario.moments.keys()) await scenario.goTo(change)
    await badgeIs(browser, '', WELL)
    await toldTimes(browser, 2)
    expect(await textOf(browser)).not.toContain('Connected')
  })

  it('is told once, though streams end and backgrounds die in the middle of it', async () => {
    await begin(true)
    await connect(browser, 'prod2')
    await changeTo(browser, 0)
    relay.hangUp()
    await reconnect(browser)
    await browser.kill()
    await reconnect(browser)
    await toldTimes(browser, 1)
    await changeTo(browser, scenario.moments.length - 1)
    await toldTimes(browser, 2)
  })
})

describe.each(['light', 'dark'] as const)('the options page of a relay, in a %s browser', (colorScheme) => {
  let browser: Chromium
  afterEach(() => end(browser))

  it('says how changes arrive, and what does not apply', async () => {
    await begin(true)
    browser = await startChromium()
    const { page } = browser
    await page.emulateMedia({ colorScheme })
    await connect(browser, 'prod2')
    for (const width of [900, 320]) {
      await page.setViewportSize({ width, height: 700 })
      await page.getByText('This relay sends finished results').scrollIntoViewIfNeeded()
      expect(await overflowOf(page)).toBe(0)
      expect(await faultsOf(page)).toEqual([])
      expect(await squeezedIn(page)).toEqual([])
      if (PICTURES !== '')
        await page.screenshot({ path: `${PICTURES}/options-relay-${colorScheme}-${width}.png` })
    }
    relay.hangUp(true)
    await streamsAre(0)
    await scenario.asked(1)
    await says(browser, 'Checking every minute.')
  })
})

describe('an agent in Firefox whose company runs a relay', () => {
  it('hears of an incident as it comes, from its events', async () => {
    await begin(true)
    const browser = await startFirefox().catch(async (cause) => {
      await end(undefined)
      throw cause
    })
    try {
      await liveThrough(browser, 'summary')
    } finally {
      await end(browser)
    }
  })
})
