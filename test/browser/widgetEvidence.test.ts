import { describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { customer } from '../../shared/text/en.ts'
import { keptIn } from './support/goBack.ts'
import { itWhere } from './support/itWhere.ts'
import { leave } from './support/leave.ts'
import { strict } from './support/manners.ts'
import { ALL } from './support/startWeb.ts'
import { CONTACT, type WatchedChat, watchedChatIn } from './support/watchedChat.ts'
import { bannerIn } from './support/widgetBanner.ts'

// What the widget notices of a visitor's own chat, and tells the page's script.

type Happens = Readonly<Record<string, (chat: WatchedChat) => Promise<void>>>

/** What only an engine can tell from a refusal. */
const WITHOUT_STATUS: Happens = {
  'an answer that the page must not read': (chat) => chat.refuse('messages', 3, { unread: 503 }),
  'a connection that breaks': (chat) => chat.refuse('messages', 3, 'reset'),
  'what the page gives up': (chat) => chat.refuse('messages', 3, 'silence', { isAborted: true }),
  'what takes too long': (chat) => chat.refuse('messages', 3, 'silence', { isTimedOut: true }),
}

const WITH_STATUS: Happens = {
  'a single refusal': (chat) => chat.refuse('messages', 1),
  'two with one between them that worked': async (chat) => {
    for (const status of [503, 200, 503]) await chat.refuse('messages', 1, status)
  },
  'what says nothing against the vendor': async (chat) => {
    for (const status of [400, 401, 403, 404, 409]) await chat.refuse('messages', 2, status)
  },
  'another host': (chat) => chat.refuse('messages', 3, 503, { host: 'acme.api.shop.example' }),
  'a host that only sounds like it': (chat) =>
    chat.refuse('messages', 3, 503, { host: 'kustomerapp.com.shop.example' }),
  'another path of the vendor’s': (chat) => chat.refuse('messages', 3, 503, { path: '/v1/' }),
  'an endpoint that is not known': (chat) => chat.refuse('polls', 4),
}

describe.each(ALL)('what a chat is refused, in %s', (browser) => {
  const { manners, visit } = watchedChatIn(browser)
  const isSilent = browser === 'webkit'
  const itWhereTold = itWhere(!isSilent)
  const itOnce = itWhere(browser === 'chromium')

  itOnce.each(['off', 'on'])('is not watched with data-evidence="%s"', (evidence) =>
    visit({ options: { 'data-evidence': evidence } }, async (chat) => {
      await chat.openChat()
      await chat.write()
      await chat.refuse('messages', 2)
      await chat.reads()
      expect([chat.loads(), await chat.told(), await chat.run('return counted')]).toEqual([
        0,
        [],
        { made: 0, ended: 0 },
      ])
    }),
  )

  it('is told to the page and nobody else, where the browser can tell', () =>
    visit({ options: { ...CONTACT, 'data-evidence': 'event' } }, async (chat) => {
      const names = 'Object.getOwnPropertyNames(window).length'
      // What the page's own listener throws is its own affair.
      await chat.run(`podlight('on', 'evidence', () => { throw new Error('of the page') })
        podlight('on', 'evidence', () => { window.heardLast = true })`)
      await chat.seen('typeof window.heardLast', 'undefined')
      const before = await chat.run(`window.heardLast = false; return ${names}`)
      await chat.reads()
      expect(chat.loads()).toBe(0)
      await chat.openChat()
      await chat.watches()
      await chat.write()
      const begun = Date.now()
      await chat.refuse('messages', 2)
      if (isSilent) {
        await chat.reads()
        expect(await chat.told()).toEqual([])
        expect(await chat.wrong()).toEqual([])
      } else {
        await chat.seen('evidence.length', 1)
        await chat.seen('heardLast', true)
        await chat.refuse('messages', 1)
        await chat.seen('evidence.length', 2)
        expect(await chat.told()).toEqual([
          { what: 'sending', refused: 2, tried: 2 },
          { what: 'sending', refused: 3, tried: 3 },
        ])
        const since = Date.parse(String(await chat.run('return evidence[1].since')))
        expect(since).toBeGreaterThan(begun - 50)
        expect(since).toBeLessThanOrEqual(Date.now())
        expect(await chat.wrong()).toEqual(Array(2).fill(expect.stringContaining('of the page')))
      }
      expect(await chat.run(`return ${names}`)).toBe(before)
      expect(await bannerIn(manners.web)).toBeNull()
      expect(await chat.run(`return [localStorage.length, document.cookie]`)).toEqual([1, ''])
      await manners.web.said()
    }))

  itWhereTold('counts what was refused when the page was loaded, by the frame or by the page', () =>
    visit({}, async (chat) => {
      await chat.refuse('settings', 1, 503, { method: 'GET' })
      await chat.refuse('sessions', 1, 500, { from: 'page' })
      await chat.openChat()
      await chat.watches()
      await chat.refuse('messages', 1, 502, { method: 'GET' })
      await chat.seen('evidence.length', 1)
      expect(await chat.told()).toEqual([{ what: 'chat', refused: 3, tried: 3 }])
    }),
  )

  itOnce('is no message as long as the visitor wrote none: it may be one that was read', () =>
    visit({}, async (chat) => {
      await chat.openChat()
      await chat.watches()
      await chat.refuse('messages', 3, 503, { method: 'GET' })
      await chat.write()
      await chat.onlyFilesAreTold()
    }),
  )

  itWhereTold('is nothing where it was no refusal that the browser can tell', () =>
    visit({}, async (chat) => {
      await chat.openChat()
      await chat.watches()
      await chat.write()
      const happens = { ...WITHOUT_STATUS, ...(browser === 'chromium' ? WITH_STATUS : {}) }
      for (const [what, happen] of Object.entries(happens)) {
        const before = chat.vendor.asked().length + (await chat.givenUp())
        await happen(chat)
        expect(chat.vendor.asked().length + (await chat.givenUp()), what).toBeGreaterThan(before)
        expect([what, ...((await chat.told()) as unknown[])]).toEqual([what])
        await chat.refuse('messages', 1, 200)
      }
      await chat.onlyFilesAreTold()
    }),
  )

  itOnce('is nothing while the browser is offline', () =>
    visit({}, async (chat) => {
      await chat.openChat()
      await chat.watches()
      await chat.write()
      const { context } = manners.web.playwright ?? {}
      await context?.setOffline(true)
      await chat.refuse('messages', 3)
      expect(chat.vendor.asked()).toEqual([])
      await context?.setOffline(false)
      await chat.onlyFilesAreTold()
    }),
  )

  it('is nobody else’s to know where the chat’s frame is of another origin', () =>
    visit({ variant: 'cross-origin' }, async (chat) => {
      await chat.openChat()
      await until(
        async () => chat.loads(),
        (loads) => loads === 1,
        'the part that watches',
      )
      for (const endpoint of ['settings', 'sessions', 'messages', 'attachments'])
        await chat.refuse(endpoint, 3, 503, { from: 'page' })
      await chat.reads()
      expect([await chat.told(), await chat.run('return counted.made'), await chat.wrong()]).toEqual([
        [],
        0,
        [],
      ])
    }))

  it('is watched under the strictest policy', () => {
    const more = "require-trusted-types-for 'script'; trusted-types podlight"
    const feed = (): string => `${manners.replay.url} http://acme.api.kustomerapp.com`
    return visit({ csp: strict(feed, more) }, async (chat) => {
      await chat.openChat()
      await chat.watches()
      await chat.write()
      await chat.refuse('messages', 2)
      if (!isSilent) await chat.seen('evidence.length', 1)
      expect(await chat.wrong()).toEqual([])
    })
  })

  itWhereTold('is watched while the chat is open, and no longer: closed, opened again, destroyed', () =>
    visit({}, async (chat) => {
      const counted = (made: number, ended: number) => chat.seen('counted', { made, ended })
      await chat.openChat()
      await counted(2, 0)
      await chat.closeChat()
      await counted(2, 2)
      await chat.openChat()
      await counted(4, 2)
      await chat.write()
      await chat.refuse('messages', 1)
      await chat.run(`podlight('destroy')`)
      await counted(4, 4)
      await chat.refuse('messages', 2)
      await chat.closeChat()
      await chat.openChat()
      await chat.reads()
      expect([await chat.told(), await chat.run('return counted')]).toEqual([[], { made: 4, ended: 4 }])
    }),
  )

  it('costs the page nothing of its place in the back-forward cache', keptIn(browser), () =>
    visit({}, async (chat) => {
      await chat.openChat()
      await chat.watches()
      await chat.write()
      await chat.refuse('messages', 1)
      await leave(chat, true)
      await chat.seen('counted', { made: 4, ended: 2 })
      if (!isSilent) await chat.onlyFilesAreTold()
    }),
  )

  it('is told to the visitor where the owner wants it, with another way to reach them', () =>
    visit({ options: CONTACT }, async (chat) => {
      await chat.openChat()
      await chat.watches()
      await chat.write()
      await chat.refuse('messages', 2)
      if (isSilent) {
        await chat.reads()
        expect(await bannerIn(manners.web)).toBeNull()
        return
      }
      await chat.headline(customer.sending)
      expect(await bannerIn(manners.web)).toMatchObject({
        contact: customer.contact.replace('{contact}', 'help@shop.example'),
        href: CONTACT['data-contact'],
        works: '',
        details: '',
        label: '',
        tone: 'info',
        place: 'inside',
      })
      await chat.refuse('messages', 1, 200)
      await manners.gone(chat.run)
      expect(await chat.wrong()).toEqual([])
    }))
})
