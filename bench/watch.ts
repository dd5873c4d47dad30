/**
 * A page in trouble, watched for ten minutes beside a page that is well and one without our script, all at once, each in a
 * profile of its own: what is asked, how often anything of ours runs by itself, and what that costs. Never gates.
 */
import { type CDPSession, chromium, type Page } from 'playwright-core'
import { getBrowser } from '../scripts/browsers/get.ts'
import { load } from '../scripts/replay/load.ts'
import { startReplay } from '../scripts/replay/server.ts'
import { type Shop, startShop } from '../scripts/stage/shop.ts'

const MINUTES = Number(process.env['PODLIGHT_MINUTES'] ?? 10)
/** Until whatever followed the opening of a page is over. */
const SETTLED = 5000
const FEED = '/api/v2/summary.json'
const PAGES = {
  'without our script': '2024-12-19T07:00:00Z',
  'all well': '2024-12-19T07:00:00Z',
  'with a banner': '2024-12-19T07:40:00Z',
} as const

/** Counts what runs by itself from before our tag. */
const COUNT = `<script>
  window.ran = 0
  const counting = (run) => (...given) => { ran++; run(...given) }
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame']) {
    const real = window[name]
    window[name] = (run, ...given) => real.call(window, counting(run), ...given)
  }
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const Real = window[name]
    window[name] = class extends Real { constructor(run, ...given) { super(counting(run), ...given) } }
  }
</script>`

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

interface Spent {
  /** Milliseconds of the main thread's tasks. */
  readonly busy: number
  readonly ran: number
  readonly asked: number
}

const watched = async (name: keyof typeof PAGES): Promise<Spent> => {
  const replay = await startReplay({ recordings: load(['2024-12-19-chat-attachments']), at: PAGES[name] })
  const shop: Shop = await startShop({
    isBare: true,
    claims: { pod: 'prod1' },
    headMarkup: COUNT,
    tag: () => ({ 'data-feed': `${replay.url}${FEED}` }),
    ...(name === 'without our script'
      ? { cdnFiles: { '/podlight/podlight.js': { body: '0', type: 'text/javascript' } } }
      : {}),
  })
  const browser = await chromium.launch({
    executablePath: getBrowser('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const spent = async (page: Page, session: CDPSession): Promise<Spent> => {
    const { metrics } = await session.send('Performance.getMetrics')
    const task = metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? Number.NaN
    return {
      busy: task * 1000,
      ran: Number(await page.evaluate('ran')),
      asked: replay.log.count(FEED),
    }
  }
  try {
    const page = await browser.newPage()
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.goto(shop.url)
    await page.waitForFunction('shop.isReady')
    await page.evaluate('Kustomer.open()')
    if (name === 'with a banner')
      await page.frameLocator('#kustomer-ui-sdk-iframe').locator('podlight-banner').waitFor()
    await pause(SETTLED)
    const before = await spent(page, session)
    await pause(MINUTES * 60_000)
    const after = await spent(page, session)
    return {
      busy: after.busy - before.busy,
      ran: after.ran - before.ran,
      asked: after.asked - before.asked,
    }
  } finally {
    await browser.close()
    await shop.close()
    await replay.close()
  }
}

const names = Object.keys(PAGES) as (keyof typeof PAGES)[]
const all = await Promise.all(names.map(watched))
console.log(`${MINUTES} minutes with an open chat`)
console.log(`${'a page'.padEnd(20)}  requests  wake-ups  ms of the main thread`)
for (const [i, { asked, ran, busy }] of all.entries())
  console.log(
    `${(names[i] ?? '').padEnd(20)}${String(asked).padStart(10)}${String(ran).padStart(10)}${Math.max(0, busy).toFixed(0).padStart(10)}`,
  )
