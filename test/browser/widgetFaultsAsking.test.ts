import { describe, expect, it } from 'vitest'
import { load } from '../../scripts/replay/load.ts'
import { startReplay } from '../../scripts/replay/server.ts'
import type { Laid } from '../../scripts/stage/served.ts'
import { until } from '../../scripts/stage/until.ts'
import { inFull } from '../support/nightly.ts'
import { faultsIn, HEADLINE, LONG, SHORT } from './support/faults.ts'
import { itWhere } from './support/itWhere.ts'
import { FILES, TROUBLE } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'
import { settled } from './support/widgetClock.ts'
import { FEED, MINUTE, SECOND, type StageOptions } from './support/widgetStage.ts'

// How a feed that fails is asked: ever less often, elsewhere if there is an elsewhere, and not at all where it asks for
// silence.

/** Asks again until it is answered. */
const EAGER = `
  const { feed } = document.currentScript.dataset
  let tries = 0
  const ask = async () => {
    const reply = await fetch(feed, { cache: 'no-store' })
    if (!reply.ok && ++tries < 50) ask()
  }
  ask()`

const TWO_DAYS = '172800'

describe.each(ALL.filter(inFull))('asking a feed that fails, in %s', (browser) => {
  const here = faultsIn(browser)
  const { begin, withScript, withFeed, requests, told, isOld, levels, nextRequest, nextIsAfter, isCalm } =
    here

  // What is of numbers alone is the same everywhere.
  const itOnce = itWhere(browser === 'chromium')

  it('is asked ever less often, and no page view adds a request', async () => {
    let last = await begin(here.trouble, { fault: '500', luck: LONG })
    for (const wait of [60, 120, 240, 300, 300]) last = await nextIsAfter(last, wait)
    await here.stage.reload()
    expect(await requests()).toBe(0)
    await here.stage.advance(4 * MINUTE)
    expect(await requests()).toBe(0)
    await nextRequest()
    await isCalm()
  })

  itOnce('is asked no more often than each half minute, whatever chance says', async () => {
    let last = await begin(here.trouble, { fault: '500', luck: SHORT })
    for (let times = 0; times < 10; times++) last = await nextIsAfter(last, 30)
  })

  itOnce('has another address, which is asked as soon as the first one fails and not before', async () => {
    const other = await startReplay({ recordings: load(['2024-12-19-chat-attachments']), at: TROUBLE })
    try {
      const options = withFeed(`${here.stage.replay.url}${FEED} ${other.url}${FEED}`)
      const both = { ...options, tag: { ...options.tag, 'data-pod': 'prod1' } }
      await begin(here.well, { options: both })
      await here.stage.advance(5 * MINUTE)
      expect(await levels()).toEqual(['ok'])
      expect(other.log.count(FEED)).toBe(0)
      const begun = await begin(here.well, { options: both, fault: '500' })
      if (other.log.count(FEED) === 0) expect((await nextRequest()) - begun).toBeLessThan(3 * SECOND)
      expect(other.log.count(FEED)).toBe(1)
      expect(await told()).toBe(FILES)
      // The first one is given its chance again and again, and the news stays new all the while.
      for (let times = 0; times < 24; times++) {
        await nextRequest()
        expect([await told(), await isOld()]).toEqual([FILES, false])
      }
      expect(here.stage.now() - begun).toBeGreaterThan(5 * MINUTE)
      here.stage.replay.setFault(null)
      const asked = other.log.count(FEED)
      // Whichever is next, and then the first one again.
      await nextRequest()
      await nextRequest()
      expect(other.log.count(FEED) - asked).toBeLessThanOrEqual(1)
      await isCalm()
    } finally {
      await other.close()
    }
  })

  const FILE = '/feed.json'
  /** A feed of the shop's own origin, whose headers can be read. */
  const limited = (after: string): StageOptions => {
    const laid: Laid = { body: 'Too many', status: 429, headers: { 'retry-after': after } }
    return withFeed(`${here.stage.shop.shop}${FILE}`, { files: { [FILE]: laid } })
  }

  itOnce('that asks for silence is stormed by the careless', async () => {
    here.stage.replay.setFault('429')
    here.stage.change(withScript(EAGER))
    const before = here.stage.asked()
    await here.web.reload()
    await until(
      async () => here.stage.asked() - before,
      (asked) => asked === 50,
      'a storm',
    )
  })

  itOnce.each([
    ['600', 600],
    // Nobody would be served by days.
    [TWO_DAYS, 3600],
    // Shorter than we ever wait, or nothing that can be read.
    ['5', 45],
    ['-60', 45],
    ['soon', 45],
    ['', 45],
  ])('that asks for silence of "%s" gets %i seconds', async (after, seconds) => {
    await nextIsAfter(await begin(here.trouble, { options: limited(after) }), seconds)
    expect(await here.stage.banner()).toBeNull()
    await isCalm()
  })

  it('that asks for silence gets it from the next page too', async () => {
    await begin(here.trouble, { options: limited('600') })
    await here.stage.advance(5 * MINUTE)
    await here.stage.reload()
    await here.stage.advance(4 * MINUTE)
    expect(await requests()).toBe(0)
    const body = JSON.stringify(await (await fetch(`${here.stage.replay.url}${FEED}`)).json())
    here.stage.change(withFeed(`${here.stage.shop.shop}${FILE}`, { files: { [FILE]: { body } } }))
    await nextRequest()
    expect(await told()).toBe(HEADLINE)
    await isCalm()
  })

  itOnce.each([
    ['the browser comes online', `dispatchEvent(new Event('online'))`],
    ['the page returns', `document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`],
    ['the page asks for news', `podlight('refresh')`],
  ])('that asks for silence gets it though %s', async (_, urge) => {
    await begin(here.trouble, { options: limited('600') })
    await here.stage.advance(MINUTE)
    await here.web.run(urge)
    await settled(here.web)
    await here.stage.advance(8 * MINUTE)
    expect(await requests()).toBe(1)
  })
})
