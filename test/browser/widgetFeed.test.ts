import { describe, expect, it } from 'vitest'
import { summaryAt } from '../../scripts/replay/documents.ts'
import { load } from '../../scripts/replay/load.ts'
import { until } from '../../scripts/stage/until.ts'
import { FILES, mannersIn, TROUBLE } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'

// Whatever address the owner wrote is asked, and no other one.

const DOCUMENT = JSON.stringify(summaryAt(load(['2024-12-19-chat-attachments']), Date.parse(TROUBLE)))

/** Notes what is asked for, and lets the site know its visitor. */
const NOTE = `
  document.cookie = 'visitor=somebody'
  window.fetched = []
  window.warned = []
  console.warn = (text) => { warned.push(text) }
  const { fetch: real } = window
  window.fetch = (url, ...given) => { fetched.push(String(url)); return real(url, ...given) }`

describe.each(ALL)('the feed of a page in %s', (name) => {
  const manners = mannersIn(name)
  const files = { '/status/summary.json': { body: DOCUMENT, type: 'application/json' } }

  it('may be the site’s own, which does not learn who asks', async () => {
    const options = { 'data-feed': 'status/summary.json' }
    const cookies = (log: {
      entries(): readonly { path: string; headers: { cookie?: string | undefined } }[]
    }) =>
      log
        .entries()
        .filter(({ path }) => path === '/status/summary.json')
        .map(({ headers }) => headers.cookie)
    const naive = 'fetch(document.currentScript.dataset.feed).then(() => { window.isTold = true })'
    await manners.visit({ before: NOTE, files, options, naive }, async ({ seen, shop }) => {
      await seen('window.isTold', true)
      expect(cookies(shop.log.shop)).toEqual(['visitor=somebody'])
    })
    await manners.visit({ before: NOTE, files, options }, async ({ headline, run, shop, wrong }) => {
      await headline(FILES)
      expect(await run('return fetched')).toEqual(['status/summary.json'])
      expect(cookies(shop.log.shop)).toEqual([undefined])
      expect(await wrong()).toEqual([])
    })
  })

  it('is nothing else where nothing can be asked there, and the owner is told at once', () =>
    manners.visit({ before: NOTE, options: { 'data-feed': 'ftp://mirror.example/a' } }, async (ground) => {
      await ground.seen('fetched.length', 1)
      await ground.reads()
      expect(await ground.run('return fetched')).toEqual(['ftp://mirror.example/a'])
      await until(
        async () => (await ground.run('return warned')) as string[],
        (warned) =>
          warned.filter((text) => text.includes('data-feed can’t be "ftp://mirror.example/a"')).length === 1,
        'a word to the owner',
      )
      expect(await ground.wrong()).toEqual([])
    }))
})
