import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { load } from '../../scripts/replay/load.ts'
import { type Replay, startReplay } from '../../scripts/replay/server.ts'
import { shifted } from '../../scripts/replay/shift.ts'
import { until } from '../../scripts/stage/until.ts'
import { AFFECTED, lengthened } from '../../shared/polling/waits.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { badgeIs, says } from './support/extensionPage.ts'
import { playVendor, type VendorHost } from './support/vendorHost.ts'

const MINUTE = 60_000

describe('the build that is shipped, at its own pace', () => {
  let page: Replay
  let vendor: VendorHost
  let browser: Chromium
  let began = 0
  beforeEach(async () => {
    const [recording] = load(['2024-12-19-chat-attachments'])
    if (recording === undefined) throw new Error('no recording')
    const first = Date.parse(recording.updates[0]?.at ?? '')
    began = Date.now() - 20 * MINUTE
    page = await startReplay({ recordings: [shifted(recording, began - first)], at: began + MINUTE })
    vendor = await playVendor(page)
    browser = await startChromium({ build: 'chrome-mv3', args: vendor.args })
  })
  afterEach(async () => {
    await browser.close()
    await vendor.close()
    await page.close()
  })

  it('is installed, set up with a click, told of trouble at once and of its end after one wait', async () => {
    // The welcome page opens by itself.
    const pages = await until(
      async () => browser.context.pages().filter((one) => one.url().endsWith('/welcome.html')),
      ({ length }) => length === 1,
      'the welcome page',
    )
    const [welcome] = pages
    expect(vendor.hosts).toEqual([])
    await welcome?.getByRole('radio', { name: 'European Union' }).check()
    await badgeIs(browser, '!', 'Attachments in chat')
    // The page itself, and perhaps already the two lists that fill the history.
    expect([...new Set(vendor.hosts)]).toEqual(['status.kustomer.com'])
    expect(vendor.hosts.length).toBeLessThanOrEqual(3)

    const popup = await browser.beside('popup.html')
    await says(popup, 'Checked ')
    page.setTime(began + 6 * 60 * MINUTE)
    const longest = lengthened(AFFECTED, 1)
    await badgeIs(browser, '', 'No trouble is reported', longest + 20_000)
    // What is over is told from the two looks alone; the page's list is asked too where the bucket has enough for it.
    await says(popup, 'Attachments in chat had errors from ')
    expect([4, 5]).toContain(vendor.hosts.length)
  })
})
