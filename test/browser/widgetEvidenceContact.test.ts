import { describe, expect, it } from 'vitest'
import { customer } from '../../shared/text/en.ts'
import { partFile } from '../support/builtWidget.ts'
import { HOST, TROUBLE } from './support/manners.ts'
import { CONTACT, watchedChatIn } from './support/watchedChat.ts'
import { bannerIn } from './support/widgetBanner.ts'

// "Trouble sending?": for one visitor whose own messages are refused, and never more than that.

describe('a visitor whose messages are refused', () => {
  const { manners, visit } = watchedChatIn('chromium')
  const view = `/podlight/${partFile('view')}`

  it('may close what they are told, for good; nothing of it is kept, and the news knows nothing of it', () =>
    visit({ options: CONTACT }, async (chat) => {
      await chat.run(`window.moments = []; window.changes = 0
        for (const event of ['show', 'dismiss']) podlight('on', event, (moment) => moments.push([event, moment]))
        // That all is well may be told at any time.
        addEventListener('podlight:change', ({ detail }) => { changes += Number(detail.level !== 'ok') })`)
      await chat.openChat()
      await chat.watches()
      await chat.write()
      await chat.refuse('attachments', 1)
      await chat.refuse('messages', 1)
      await chat.reads()
      // One of each is no reason for anything.
      expect([await chat.told(), await bannerIn(manners.web)]).toEqual([[], null])
      await chat.refuse('messages', 1)
      await chat.headline(customer.sending)
      await chat.seen(
        `document.querySelector('podlight-live')?.shadowRoot.textContent`,
        `${customer.sending} ${customer.contact.replace('{contact}', 'help@shop.example')}`,
      )
      await manners.web.click(`${HOST}.shadowRoot.querySelector('[part=close]')`)
      await manners.gone(chat.run)
      await chat.refuse('messages', 1)
      await chat.seen('evidence.length', 2)
      await chat.reads()
      expect(await bannerIn(manners.web)).toBeNull()
      const moment = { kind: 'evidence', scene: 'sending' }
      expect(await chat.run('return [moments, changes, Object.keys(localStorage)]')).toEqual([
        [
          ['show', moment],
          ['dismiss', moment],
        ],
        0,
        ['podlight'],
      ])
      expect(await chat.run(`return new Promise((resolve) => podlight('status', resolve))`)).toEqual({
        pod: 'prod1',
        level: 'ok',
      })
    }))

  it('is told nothing where the owner named no other way', () =>
    visit({ options: { 'data-evidence': 'contact' } }, async (chat) => {
      await chat.openChat()
      await chat.watches()
      await chat.write()
      await chat.refuse('messages', 2)
      await chat.seen('evidence.length', 1)
      await chat.reads()
      expect([await bannerIn(manners.web), chat.shop.log.cdn.count(view)]).toEqual([null, 0])
    }))

  it('hears of the vendor’s trouble instead, where there is any', () =>
    visit({ options: CONTACT, at: TROUBLE }, async (chat) => {
      await chat.openChat()
      await chat.headline()
      await chat.watches()
      await chat.write()
      await chat.refuse('messages', 2)
      await chat.seen('evidence.length', 1)
      await chat.reads()
      await chat.headline()
      expect(await bannerIn(manners.web)).toMatchObject({ tone: 'trouble' })
      // Nor afterwards, of what came before.
      await manners.web.click(`${HOST}.shadowRoot.querySelector('[part=close]')`)
      await manners.gone(chat.run)
      await chat.reads()
      expect(await bannerIn(manners.web)).toBeNull()
    }))

  it('hears the owner’s own word instead, and nothing after destroy', () =>
    visit({ options: CONTACT }, async (chat) => {
      await chat.openChat()
      await chat.watches()
      await chat.write()
      await chat.refuse('messages', 2)
      await chat.headline(customer.sending)
      await chat.run(`podlight('announce', 'chat-delayed', Date.now() + 6e5)`)
      await chat.headline(customer.scenes['chat-delayed'].headline)
      await chat.refuse('messages', 1)
      await chat.run(`podlight('destroy')`)
      await manners.gone(chat.run)
      await chat.seen('counted', { made: 2, ended: 2 })
      expect(await chat.wrong()).toEqual([])
    }))
})
