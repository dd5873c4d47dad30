import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chatwoot } from '../../../widget/chats/chatwoot.ts'
import { fakeChat, stubChatPage } from './support/chatPage.ts'

let page = stubChatPage()
beforeEach(() => {
  page = stubChatPage()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('Chatwoot’s chat', () => {
  const HOLDER = '.woot-widget-holder'

  it('is due where its script is, or has been', () => {
    const chat = chatwoot()
    expect(chat.isDue()).toBe(false)
    page.scripts.push({ src: 'https://app.chatwoot.example/packs/js/sdk.js' })
    expect(chat.isDue()).toBe(true)
    page.scripts.length = 0
    expect(chat.isDue()).toBe(false)
    for (const name of ['chatwootSDK', '$chatwoot']) {
      page.place[name] = undefined
      expect(chat.isDue()).toBe(true)
      delete page.place[name]
    }
  })

  it('is open by its size and by what it says', () => {
    const chat = chatwoot()
    expect(chat.anchor()).toBeNull()
    expect(chat.isOpen()).toBe(false)
    const holder = fakeChat()
    page.put(HOLDER, holder)
    expect(chat.anchor()).toBe(holder)
    expect(chat.isOpen()).toBe(true)
    const changed = vi.fn()
    const ending = new AbortController()
    for (let look = 0; look < 3; look++) chat.listen(changed, ending.signal)
    page.fire('chatwoot:closed')
    expect(chat.isOpen()).toBe(false)
    page.fire('chatwoot:opened')
    expect(chat.isOpen()).toBe(true)
    // Heard once each, though it was listened to thrice.
    expect(changed).toHaveBeenCalledTimes(2)
    holder.drawn = { visibility: 'hidden', top: 20_000 }
    expect(chat.isOpen()).toBe(false)
    ending.abort()
    page.fire('chatwoot:closed')
    expect(changed).toHaveBeenCalledTimes(2)
  })

  it('is of another origin, and never entered', () => {
    page.put(HOLDER, fakeChat())
    expect(chatwoot().inside()).toBeNull()
  })
})
