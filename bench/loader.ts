/**
 * What the loader costs a page's main thread while the pod is well, against a script that does no more than it takes to
 * know: reads one key, fetches the same document and parses it. In Chromium at a processor slowed four times, each in a
 * profile that nothing is in, taken in turns: machines differ, ratios hardly do. Never gates.
 */
import { chromium } from 'playwright-core'
import { getBrowser } from '../scripts/browsers/get.ts'
import { startShop } from '../scripts/stage/shop.ts'
import { until } from '../scripts/stage/until.ts'
import { documentOf } from './document.ts'
import { busy, slowPage } from './trace.ts'

const ROUNDS = Number(process.env['PODLIGHT_ROUNDS'] ?? 13)
const SLOWED = 4
const BAR = 3
/** About 100 kB: a page of twelve pods. */
const COMPONENTS = 300
/** After the document is there: to read it, and to come to rest. */
const REST = 700

/** What a page pays for any script, and for being watched here; it is on neither's account. */
const EMPTY = '0'
const BARE = `{
  localStorage.getItem('podlight')
  fetch(document.currentScript.dataset.feed, { cache: 'no-cache' }).then((reply) => reply.json())
}`
const LOADER_PATH = '/podlight/podlight.js'
const EMPTY_PATH = '/podlight/empty.js'
const BARE_PATH = '/podlight/bare.js'
const FEED = '/podlight/summary.json'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const sorted = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other)
const at = (values: readonly number[], part: number): number =>
  sorted(values)[Math.floor((values.length - 1) * part)] ?? Number.NaN
const figure = (value: number): string => value.toFixed(2).padStart(9)

const body = JSON.stringify(documentOf(COMPONENTS, 0))
const shop = await startShop({
  chat: 'none',
  isBare: true,
  cdnFiles: {
    [FEED]: { body, type: 'application/json', headers: { 'access-control-allow-origin': '*' } },
    [EMPTY_PATH]: { body: EMPTY, type: 'text/javascript' },
    [BARE_PATH]: { body: BARE, type: 'text/javascript' },
  },
})
const browser = await chromium.launch({
  executablePath: getBrowser('chromium'),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})

/** Milliseconds from the moment a page that has come to rest gets a script, until it rests again. */
const costOf = async (path: string): Promise<number> => {
  const { page, record, close } = await slowPage(browser, SLOWED)
  await page.goto(shop.url)
  await pause(REST)
  const asked = path === EMPTY_PATH ? path : FEED
  const before = shop.log.cdn.count(asked)
  const events = await record(async () => {
    await page.evaluate(`{
      const script = document.createElement('script')
      Object.assign(script.dataset, { pod: 'prod1', feed: ${JSON.stringify(`${shop.cdn}${FEED}`)} })
      script.src = ${JSON.stringify(`${shop.cdn}${path}`)}
      document.head.append(script)
    }`)
    await until(
      async () => shop.log.cdn.count(asked),
      (count) => count > before,
      `a request for ${asked}`,
    )
    await pause(REST)
  })
  await close()
  return busy(events, path)
}

try {
  // The first of anything is slower, and on nobody's account.
  for (const path of [EMPTY_PATH, BARE_PATH, LOADER_PATH]) await costOf(path)
  const bare: number[] = []
  const loader: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const empty = await costOf(EMPTY_PATH)
    bare.push((await costOf(BARE_PATH)) - empty)
    loader.push((await costOf(LOADER_PATH)) - empty)
  }
  const ratios = loader.map((time, round) => time / (bare[round] ?? Number.NaN))
  console.log(
    `Main thread at 1/${SLOWED} speed, ${Math.round(body.length / 1000)} kB, all well; quartiles of ${ROUNDS} pairs`,
  )
  const print = (name: string, unit: string, values: readonly number[]): void =>
    console.log(
      `${name.padEnd(12)}${[0.25, 0.5, 0.75].map((part) => figure(at(values, part))).join('')} ${unit}`,
    )
  print('bare', 'ms', bare)
  print('loader', 'ms', loader)
  print('loader/bare', 'x', ratios)
  console.log(`Bar: loader/bare at most ${BAR}x in the middle.`)
} finally {
  await browser.close()
  await shop.close()
}
