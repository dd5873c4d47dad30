import { describe, expect, it } from 'vitest'
import { summaryAt } from '../../scripts/replay/documents.ts'
import { load } from '../../scripts/replay/load.ts'
import { nightly } from '../support/nightly.ts'
import { itWhere } from './support/itWhere.ts'
import { HOST, mannersIn, SUMMARY, TROUBLE, WELL } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// What leaves the page, and what stays behind in it.

const FEED = '/feed/summary.json'
/** Served from where it can be seen with every header; to a browser it is one more origin, and of one site with ours. */
const document = JSON.stringify(summaryAt(load(['2024-12-19-chat-attachments']), TROUBLE))

const KEEP_KEYS = `Object.defineProperty(window, 'keysBefore', { value: new Set(Object.getOwnPropertyNames(window)) })`
const NEW_KEYS = `Object.getOwnPropertyNames(window).filter((key) => !keysBefore.has(key) && key !== 'keysBefore' && isNaN(key))`

/** What browsers send of their own accord. */
const PLAIN =
  /^(accept(-encoding|-language)?|cache-control|connection|dnt|host|if-(none-match|modified-since)|origin|pragma|priority|referer|sec-.*|te|user-agent)$/

describe.each(ALL)('requests in %s', (name) => {
  const manners = mannersIn(name)

  it('are plain requests: no cookie, no header of ours, no preflight', async () => {
    // Cookies know no ports, so the shop's would go to the feed here.
    const before = 'document.cookie = "secret=1"'
    const naive = `const feed = document.currentScript.dataset.feed
      fetch(feed, { credentials: 'include', mode: 'no-cors' })
        .then(() => fetch(feed, { headers: { 'x-naive': '1' } }))
        .catch(() => { window.isRefused = true })`
    await manners.visit({ before, naive, document }, async ({ seen, shop }) => {
      await seen('window.isRefused', true)
      const asked = shop.log.cdn.entries().filter(({ path }) => path === FEED)
      expect(asked.map(({ method, headers }) => [method, headers.cookie])).toEqual([
        ['GET', 'secret=1'],
        ['OPTIONS', undefined],
      ])
    })
    await manners.web.said()
    await manners.visit({ before, document }, async ({ headline, shop, run }) => {
      await headline()
      const all = shop.log.cdn.entries()
      const [asked, ...others] = all.filter(({ path }) => path === FEED)
      expect(others).toEqual([])
      expect(asked?.method).toBe('GET')
      expect(asked?.query).toBe('')
      expect(Object.keys(asked?.headers ?? {}).filter((header) => !PLAIN.test(header))).toEqual([])
      // The page's address is nobody's business; its origin is sent by every browser.
      expect([undefined, `${shop.shop}/`]).toContain(asked?.headers.referer)
      const parts = all.filter(({ path }) => /\/podlight-\w+\.js$/.test(path))
      expect(parts.length).toBeGreaterThan(0)
      expect(parts.map(({ headers, query, method }) => [headers.cookie, query, method])).toEqual(
        parts.map(() => [undefined, '', 'GET']),
      )
      await run('document.cookie = "secret=; max-age=0"')
    })
  })

  /** WebKit keeps nothing here, see below. */
  const itRevalidates = itWhere(nightly(true, name !== 'webkit'))
  // No browser promises to keep an answer: a Firefox on a busy machine loses one now and then.
  itRevalidates('revalidate by themselves', { retry: name === 'firefox' ? 3 : 0 }, () =>
    manners.visit({ at: WELL }, async ({ seen, replay, run }) => {
      await seen(`localStorage.podlight?.endsWith('{"level":"ok"}}')`, true)
      // A minute later, as far as the next page knows.
      await run(`const state = JSON.parse(localStorage.podlight)
        for (const time of ['spent', 'due', 'at']) state[time] -= 61e3
        localStorage.podlight = JSON.stringify(state)`)
      const spent = 'JSON.parse(localStorage.podlight).at > Date.now() - 30e3'
      await seen(spent, false)
      await manners.web.reload()
      await seen(spent, true)
      const [first, second] = replay.log.entries()
      // A default request within ten seconds would never have left the browser.
      expect([first?.status, first?.conditional]).toEqual([200, false])
      // WebKit's driver works in a session that keeps no answers, so that nothing is there to revalidate.
      const again = name === 'webkit' ? [200, false] : [304, true]
      expect([second?.status, second?.conditional]).toEqual(again)
      expect(replay.log.counts()).toEqual({ [SUMMARY]: 2 })
    }),
  )

  it('are for nothing but the news and, in trouble, for our own parts', async () => {
    const ours = /^\/podlight\/podlight(-\w{8})?\.js$/
    for (const at of [WELL, TROUBLE])
      await manners.visit({ at, lang: 'de' }, async ({ seen, shop, replay }) => {
        await seen(
          at === WELL ? `localStorage.podlight?.endsWith('{"level":"ok"}}')` : `${HOST}?.lang === 'de'`,
          true,
        )
        const { cdn, chat } = shop.log
        expect(replay.log.entries().map(({ path, method }) => [method, path])).toEqual([['GET', SUMMARY]])
        expect(chat.count()).toBe(0)
        const paths = cdn.entries().map(({ path }) => path)
        expect(paths.filter((path) => !ours.test(path))).toEqual([])
        // Loader; judgement, drawing and a language. Each once.
        expect([paths.length, new Set(paths).size]).toEqual(at === WELL ? [1, 1] : [4, 4])
        const own = shop.log.shop.entries().map(({ path }) => path)
        expect(
          own.filter((path) => !/^\/(|watch\.js|before\.js|shop\.js|hear\.js|favicon\.ico)$/.test(path)),
        ).toEqual([])
      })
  })

  it('leave one name in the window, and not a word on the console', async () => {
    const hear = `window.heard = []
      for (const name of ['log', 'info', 'debug', 'warn', 'error', 'trace', 'table', 'time'])
        console[name] = (...all) => heard.push(name + all)
      ${KEEP_KEYS}`
    await manners.visit(
      { before: hear, naive: 'function helper() {}; var state = 1; console.log("naive")' },
      async ({ seen }) => {
        await seen(`${NEW_KEYS}.sort()`, ['helper', 'state'])
        await seen('heard.length', 1)
      },
    )
    await manners.visit({ before: hear }, async ({ headline, run }) => {
      await headline()
      expect(await run(`return ${NEW_KEYS}`)).toEqual(['podlight'])
      expect(await run('return heard')).toEqual([])
    })
  })
})
