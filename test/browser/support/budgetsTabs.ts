import { load } from '../../../scripts/replay/load.ts'
import { type Replay, startReplay } from '../../../scripts/replay/server.ts'
import { type Shop, startShop } from '../../../scripts/stage/shop.ts'
import { FEED, type Moment } from './budgetsPage.ts'
import type { Web } from './web.ts'
import { CLOCK_PATH, createWidgetClock } from './widgetClock.ts'

// Many tabs of one browser in one time, and how often all of them together ask the status page.

export const SECOND = 1000
/** Divides every wait that a page can have here, so that none is made longer by it. */
const STEP = 5 * SECOND
const START = Date.parse('2027-03-02T09:00:00Z')

/**
 * Each tab moves its own clock, and none may hear of a time that its own has not reached: on one machine there is one
 * time. So all of them show the end of a step before anything in it happens. Waits get the shortest that chance allows,
 * as that asks most.
 */
const SCRIPT = `{
  const own = Date.now
  window.__ahead = 0
  Date.now = () => Math.max(own(), __ahead)
  Math.random = () => 0
}`

export interface Tabs {
  readonly shop: Shop
  readonly replay: Replay
  /** Opens one more tab. */
  open(): Promise<Web>
  /** Lets time pass in all of them, and everything happen that is due; none at all lets happen what needs no time. */
  pass(ms: number): Promise<void>
  /** How often the status page was asked by any of them. */
  asked(): number
}

/** A shop without a chat to look at, in a browser that nothing is known to. */
export const withTabs = async (
  web: Web,
  { recording, at, pod }: Moment,
  /** A script of the page's own, that runs before ours. */
  own: string,
  test: (tabs: Tabs) => Promise<void>,
): Promise<void> => {
  const clock = createWidgetClock(START)
  const replay = await startReplay({ recordings: load([recording]), at })
  const shop = await startShop({
    chat: 'none',
    isBare: true,
    headMarkup: `<script src="${CLOCK_PATH}"></script><script src="/own.js"></script>`,
    files: {
      [CLOCK_PATH]: clock.file,
      '/own.js': { body: SCRIPT + own, type: 'text/javascript; charset=utf-8' },
    },
    tag: { 'data-pod': pod, 'data-feed': `${replay.url}${FEED}` },
  })
  const open: Web[] = []
  try {
    await test({
      shop,
      replay,
      open: async () => {
        if (open.length === 0) await web.open(shop.url)
        const tab = open.length === 0 ? web : await web.newTab(shop.url)
        open.push(tab)
        await clock.advance(0, [tab])
        return tab
      },
      pass: async (ms) => {
        await clock.advance(0, open)
        for (let left = ms; left > 0; left -= STEP) {
          const step = Math.min(STEP, left)
          await Promise.all(open.map((tab) => tab.run(`__ahead = ${clock.now() + step}`)))
          // All at once, as tabs are: whoever comes first has the lock.
          await Promise.all(open.map((tab) => tab.run(`await __clock.advance(${step})`)))
          await clock.advance(step, [])
        }
      },
      asked: () => replay.log.count(FEED),
    })
  } finally {
    for (const tab of open.slice(1)) await tab.close()
    await web.open('about:blank')
    await shop.close()
    await replay.close()
  }
}
