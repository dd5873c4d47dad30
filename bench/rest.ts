/**
 * What the banner's script costs a page while nothing happens, and how soon news is seen. In Chromium, each in a profile
 * that nothing is in, taken in turns with a page without it and with a bare script that asks for the same document.
 * Never gates.
 */
import { chromium, type Page } from 'playwright-core'
import { getBrowser } from '../scripts/browsers/get.ts'
import { summaryAt } from '../scripts/replay/documents.ts'
import { load } from '../scripts/replay/load.ts'
import type { Laid } from '../scripts/stage/served.ts'
import { type Shop, startShop } from '../scripts/stage/shop.ts'

const ROUNDS = Number(process.env['PODLIGHT_ROUNDS'] ?? 5)
/** How long a page is watched at rest: shorter than the shortest wait. */
const WATCHED = Number(process.env['PODLIGHT_WATCHED'] ?? 15_000)
const SETTLED = Math.min(3000, WATCHED)
const SLOWED = 4
const FEED = '/podlight/summary.json'
const [RECORDING, WELL, TROUBLE] = [
  '2024-12-19-chat-attachments',
  '2024-12-19T07:00:00Z',
  '2024-12-19T07:40:00Z',
] as const

const EMPTY = '0'
const BARE = `fetch(document.currentScript.dataset.feed, { cache: 'no-cache' }).then((reply) => reply.json())
  .then(() => performance.mark('known'))`
/** When a banner is there; told as the page's own mark. */
const SEEN = `<script>
  new MutationObserver(() => {
    if (document.querySelector('podlight-banner')) performance.mark('known')
  }).observe(document, { childList: true, subtree: true })
</script>`

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const quartiles = (values: readonly number[]): readonly number[] => {
  const sorted = [...values].sort((one, other) => one - other)
  return [0.25, 0.5, 0.75].map((part) => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN)
}
const print = (name: string, unit: string, values: readonly number[]): void =>
  console.log(
    `${name.padEnd(34)}${quartiles(values)
      .map((value) => value.toFixed(2).padStart(9))
      .join('')} ${unit}`,
  )

const feedAt = (at: string): Laid => ({
  body: JSON.stringify(summaryAt(load([RECORDING]), Date.parse(at))),
  type: 'application/json',
  headers: { 'access-control-allow-origin': '*' },
})
const shopWith = (at: string, script?: string): Promise<Shop> =>
  startShop({
    chat: 'none',
    isBare: true,
    headMarkup: SEEN,
    tag: ({ cdn }) => ({ 'data-pod': 'prod1', 'data-chat': 'none', 'data-feed': `${cdn}${FEED}` }),
    cdnFiles: {
      [FEED]: feedAt(at),
      ...(script === undefined ? {} : { '/podlight/podlight.js': { body: script, type: 'text/javascript' } }),
    },
  })

const shops = {
  empty: await shopWith(WELL, EMPTY),
  bare: await shopWith(WELL, BARE),
  well: await shopWith(WELL),
  trouble: await shopWith(TROUBLE),
}
const browser = await chromium.launch({
  executablePath: getBrowser('chromium'),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})

const withPage = async <T>(rate: number, work: (page: Page) => Promise<T>): Promise<T> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  try {
    return await work(page)
  } finally {
    await context.close()
  }
}

/** Milliseconds of the main thread's tasks in a second of rest. */
const atRest = (shop: Shop, hasBanner: boolean): Promise<number> =>
  withPage(1, async (page) => {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const spent = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics')
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
    }
    await page.goto(shop.url)
    if (hasBanner) await page.waitForSelector('podlight-banner', { state: 'attached' })
    await pause(SETTLED)
    const before = await spent()
    await pause(WATCHED)
    return (((await spent()) - before) * 1000) / (WATCHED / 1000)
  })

/** Milliseconds from the beginning of a page view until it is known, on the first view and on the next one. */
const untilKnown = (shop: Shop): Promise<readonly number[]> =>
  withPage(SLOWED, async (page) => {
    const known = async (): Promise<number> => {
      await page.waitForFunction(() => performance.getEntriesByName('known').length > 0)
      return page.evaluate(() => performance.getEntriesByName('known')[0]?.startTime ?? Number.NaN)
    }
    await page.goto(shop.url)
    const first = await known()
    await page.reload()
    return [first, await known()]
  })

try {
  // The first of anything is slower, and on nobody's account.
  await untilKnown(shops.trouble)
  const rest = { empty: [] as number[], well: [] as number[], banner: [] as number[] }
  const news = { bare: [] as number[], first: [] as number[], next: [] as number[], ratio: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    const empty = await atRest(shops.empty, false)
    rest.empty.push(empty)
    rest.well.push((await atRest(shops.well, false)) - empty)
    rest.banner.push((await atRest(shops.trouble, true)) - empty)
    const [bare = Number.NaN] = await untilKnown(shops.bare)
    const [first = Number.NaN, next = Number.NaN] = await untilKnown(shops.trouble)
    news.bare.push(bare)
    news.first.push(first)
    news.next.push(next)
    news.ratio.push(first / bare)
  }
  console.log(`At rest at full speed, milliseconds of the main thread a second; quartiles of ${ROUNDS}`)
  print('an empty page', 'ms/s', rest.empty)
  print('more with our script, all well', 'ms/s', rest.well)
  print('more with a banner', 'ms/s', rest.banner)
  console.log(`From the start of a page view, at 1/${SLOWED} speed`)
  print('a bare script has parsed the feed', 'ms', news.bare)
  print('the banner, first view of a trouble', 'ms', news.first)
  print('the banner, next view', 'ms', news.next)
  print('first view/bare', 'x', news.ratio)
} finally {
  await browser.close()
  for (const shop of Object.values(shops)) await shop.close()
}
