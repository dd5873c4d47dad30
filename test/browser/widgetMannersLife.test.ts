import { describe, expect, it } from 'vitest'
import type { Browser } from '../../scripts/browsers/find.ts'
import { until } from '../../scripts/stage/until.ts'
import { customer } from '../../shared/text/en.ts'
import { inFull } from '../support/nightly.ts'
import { keptIn } from './support/goBack.ts'
import { itWhere } from './support/itWhere.ts'
import { leave } from './support/leave.ts'
import {
  FILES,
  type Ground,
  HOST,
  type MannersOptions,
  mannersIn,
  OVER,
  TROUBLE,
  WELL,
} from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// A page is left and come back to, hidden and shown, and is turned into the next one without being loaded.

/** Asks as soon as it is there, and draws; once, as one would write it. */
const NAIVE = `
  fetch(document.currentScript.dataset.feed, { cache: 'no-cache' }).then((reply) => reply.text())
    .then(() => { window.isTold = true }, () => undefined)
  document.documentElement.append(Object.assign(document.createElement('p'), { className: 'naive' }))`

/**
 * What costs a page its place in the back-forward cache here; WebKit keeps a page whatever it does. None of the three
 * minds a socket or an open channel any more (tried 2026-11 in Chromium 156, Firefox 153, WebKitGTK 2.50).
 */
const COSTS: Readonly<Record<Browser, Readonly<Record<string, string>>>> = {
  chromium: { 'hears of its end': 'addEventListener("unload", () => undefined)' },
  firefox: {
    'hears of its end': 'addEventListener("unload", () => undefined)',
    'holds a lock': 'navigator.locks.request("naive", () => new Promise(() => undefined))',
    'asks just now': NAIVE,
  },
  webkit: {},
}

/** Counts how often anything that is kept is read. */
const READS = `{
  const { get } = Object.getOwnPropertyDescriptor(window, 'localStorage')
  window.reads = 0
  Object.defineProperty(window, 'localStorage', { get() { reads++; return get.call(window) } })
}`

/** Longer than our loader leaves between two looks while something is due. */
const aLook = async (run: Ground['run']): Promise<void> => {
  const now = async (): Promise<number> => Number(await run('return performance.now()'))
  const end = (await now()) + 1200
  await until(now, (at) => at > end, 'a while later')
}

/** What is kept, as it would be so many milliseconds later. */
const aged = (age: number): string => `{
  const kept = JSON.parse(localStorage.podlight)
  localStorage.podlight = JSON.stringify({ ...kept, due: kept.due - ${age} })
}`

const count = 'document.querySelectorAll("podlight-banner").length'
const isWell = `localStorage.podlight?.endsWith('{"level":"ok"}}') === true`

describe.each(ALL)('a page in %s', (name) => {
  const manners = mannersIn(name)
  /** What engines hardly differ in. */
  const itInFull = itWhere(inFull(name))

  /** A page whose request, or part, never has an answer. */
  const hangs = (page: MannersOptions, test: (ground: Ground) => Promise<void>): Promise<void> =>
    manners.visit({ path: '/other', ...page }, async (ground) => {
      ground.replay.setFault('hang')
      await manners.web.open(ground.shop.url)
      await until(
        async () => ground.asked(),
        (asked) => asked === 1,
        'a request',
      )
      await test(ground)
    })

  it.each(Object.entries(COSTS[name]))('is not kept by the browser for one who %s', (what, naive) =>
    what === 'asks just now'
      ? hangs({ naive }, (ground) => leave(ground, false))
      : manners.visit({ naive }, async (ground) => {
          await ground.seen('document.readyState', 'complete')
          await leave(ground, false)
        }),
  )

  const states = [
    ['in trouble', TROUBLE, OVER],
    ['well', WELL, TROUBLE],
  ] as const
  it.each(inFull(name) ? states : states.slice(0, 1))(
    'is kept when %s, and asks on return if that is due',
    keptIn(name),
    async (_, at, later) => {
      const isIn = at === TROUBLE
      await manners.visit({ at, naive: NAIVE }, async (ground) => {
        await ground.seen('window.isTold', true)
        await leave(ground, true)
        await ground.reads()
        // The careless one goes on with what it heard, however old that is.
        expect(ground.asked()).toBe(1)
      })
      await manners.web.said()
      await manners.visit({ at }, async (ground) => {
        const { seen, headline, run, asked, wrong, replay } = ground
        if (isIn) await headline()
        else await seen(isWell, true)
        await run(aged(5e3))
        await leave(ground, true)
        replay.setTime(later)
        await aLook(run)
        expect(asked()).toBe(1)
        expect(await run(`return ${count}`)).toBe(isIn ? 1 : 0)
        // More than the wait, however long that is: a request that is due by itself would be under way now and then.
        await run(aged(isIn ? 40e3 : 80e3))
        await leave(ground, true)
        await headline(isIn ? customer.scenes.back.headline : FILES)
        expect(await run(`return ${count}`)).toBe(1)
        expect(asked()).toBe(2)
        expect(await run('return watched.shows')).toEqual([false, true, true])
        expect(await wrong()).toEqual([])
        expect(await manners.web.said()).toEqual([])
      })
    },
  )

  it('asks anew what was under way when it was left; only Firefox does not keep it', () =>
    hangs({}, async (ground) => {
      // Firefox decides before it tells the page anything, so that nothing can be ended in time.
      await leave(ground, name !== 'firefox', async () => ground.replay.setFault(null))
      if (name !== 'firefox') await ground.headline()
      // A page made anew is one more page view, which adds no request.
      expect(ground.asked()).toBe(name === 'firefox' ? 1 : 2)
      expect(await ground.wrong()).toEqual([])
    }))

  itInFull(
    'asks nothing while it is hidden, as one that is prepared ahead, and at once when it is shown',
    async () => {
      // Playwright forbids Chromium to prerender; to a page, it is to be hidden.
      const before = `window.isHidden = true
      Object.defineProperty(Document.prototype, 'hidden', { get: () => isHidden })
      Object.defineProperty(Document.prototype, 'visibilityState', { get: () => isHidden ? 'hidden' : 'visible' })
      window.turn = (hidden) => { isHidden = hidden; document.dispatchEvent(new Event('visibilitychange', { bubbles: true })) }`
      await manners.visit({ before, naive: NAIVE }, async ({ asked }) => {
        await until(
          async () => asked(),
          (times) => times === 1,
          'a request',
        )
      })
      await manners.visit(
        { before: `${READS}\n${before}` },
        async ({ asked, headline, reads, run, seen, wrong }) => {
          await seen('typeof podlight', 'function')
          await reads()
          expect(asked()).toBe(0)
          await run('turn(false)')
          await headline()
          expect(asked()).toBe(1)
          // Much is due now, and nobody is there to see it.
          await run(`turn(true); ${aged(120e3)}`)
          const now = Number(await run('return performance.now()'))
          await seen(`performance.now() > ${now + 1500}`, true)
          expect(asked()).toBe(1)
          await run('turn(false)')
          await until(
            async () => asked(),
            (times) => times === 2,
            'a request',
          )
          expect(await run(`return ${count}`)).toBe(1)
          expect(await wrong()).toEqual([])
        },
      )
    },
  )

  itInFull('may be turned into the next one by a router, which brings our tag along each time', async () => {
    const before = `window.go = async (view) => {
      history.pushState(null, '', view)
      const body = document.createElement('body')
      body.append(Object.assign(document.createElement('main'), { textContent: view }))
      document.body.replaceWith(body)
      const again = document.createElement('script')
      for (const { name, value } of document.querySelector('script[src$="podlight.js"]').attributes) again.setAttribute(name, value)
      await new Promise((resolve) => { again.onload = resolve; body.append(again) })
    }`
    const views = async ({ run, seen }: Ground): Promise<void> => {
      for (const view of ['/one', '/two', '/three']) await run(`await go('${view}')`)
      await run('history.back()')
      await seen('location.pathname', '/two')
    }
    await manners.visit({ before, naive: NAIVE }, async (ground) => {
      await ground.seen('document.querySelectorAll(".naive").length', 1)
      await views(ground)
      await ground.seen('document.querySelectorAll(".naive").length', 4)
      await until(
        async () => ground.asked(),
        (asked) => asked === 4,
        'four requests',
      )
    })
    await manners.web.said()
    await manners.visit({ before: `${READS}\n${before}` }, async (ground) => {
      const { headline, seen, run, asked, wrong } = ground
      await headline()
      await views(ground)
      await seen(count, 1)
      await headline()
      // One loader is at work, and one banner.
      const reads = Number(await run('return reads'))
      await aLook(run)
      expect(Number(await run('return reads')) - reads).toBeLessThan(9)
      expect(await run(`return ${count}`)).toBe(1)
      expect(asked()).toBe(1)
      expect(await wrong()).toEqual([])
      expect(await manners.web.said()).toEqual([])
    })
  })

  // Without a screen, Chromium's tabs are all in sight.
  itWhere(name !== 'chromium')('asks nothing in a tab behind another one', async () => {
    await manners.visit({ path: '/other', naive: NAIVE }, async ({ shop, asked }) => {
      const tab = await manners.web.newTab(shop.url)
      await until(
        async () => asked(),
        (times) => times === 1,
        'a request',
      )
      await tab.close()
    })
    await manners.visit({ path: '/other' }, async ({ shop, asked }) => {
      const tab = await manners.web.newTab(shop.url)
      try {
        await until(
          () => tab.run('return [document.hidden, typeof podlight]'),
          (seen) => String(seen) === 'true,function',
          'our loader in a tab that is hidden',
        )
        await aLook(tab.run)
        expect(asked()).toBe(0)
        // WebKit cannot be told to show one.
        if (name === 'webkit') return
        await tab.show()
        await until(
          () => tab.run(`return ${HOST}?.shadowRoot.querySelector('[part=headline]').textContent`),
          (text) => text === FILES,
          'the banner',
        )
        expect(asked()).toBe(1)
      } finally {
        await manners.web.show().catch(() => undefined)
        await tab.close()
      }
    })
  })
})
