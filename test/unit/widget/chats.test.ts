import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Chat, looksOpen, noChat } from '../../../widget/chats/chat.ts'
import { fakeChat, stubChatPage, TAG } from './support/chatPage.ts'
import { settled } from './support/globals.ts'
import { FakeTag } from './support/tag.ts'

let page = stubChatPage()
beforeEach(() => {
  page = stubChatPage()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('an open chat', () => {
  it('is a panel in sight', () => {
    expect(looksOpen(fakeChat())).toBe(true)
    expect(looksOpen(fakeChat({ left: 0, top: 0, width: 1000, height: 800 }))).toBe(true)
    expect(looksOpen(fakeChat({ width: 220, height: 220 }))).toBe(true)
  })

  it.each([
    ['small as a launcher', { width: 70, height: 70 }],
    ['wide and low, as a teaser', { width: 300, height: 219 }],
    ['narrow', { width: 219 }],
    ['not drawn', { width: 0, height: 0, left: 0, top: 0 }],
    ['below the window', { top: 800 }],
    ['far below the window', { top: 20_000 }],
    ['above the window', { top: -530 }],
    ['right of the window', { left: 1000 }],
    ['left of the window', { left: -380 }],
    ['hidden', { visibility: 'hidden' }],
    ['see-through', { opacity: '0' }],
  ])('is not one that is %s', (_, drawn) => {
    expect(looksOpen(fakeChat(drawn))).toBe(false)
  })

  it('may lie partly out of the window, or be a little see-through on its way', () => {
    for (const drawn of [{ top: 799 }, { top: -529 }, { left: 999 }, { left: -379 }, { opacity: '0.4' }])
      expect(looksOpen(fakeChat(drawn))).toBe(true)
  })
})

describe('no chat', () => {
  it('is neither due nor anywhere', () => {
    expect([noChat.isDue(), noChat.anchor(), noChat.isOpen(), noChat.inside()]).toEqual([
      false,
      null,
      false,
      null,
    ])
  })
})

describe('which chat the page has', () => {
  const meet = async (options: Record<string, string> = {}, fails = false) => {
    vi.stubGlobal('CHATWOOT', 'hash of Chatwoot')
    vi.resetModules()
    const { meetChat } = await import('../../../widget/chats/meet.ts')
    const loads: string[] = []
    const chatwoot: Chat = { ...noChat, isDue: () => true }
    const load = async <T>(hash: string): Promise<T> => {
      loads.push(hash)
      if (fails) throw new Error('cannot be had')
      return (() => chatwoot) as T
    }
    const { find, isNone } = meetChat(new FakeTag(options), load)
    return { find, isNone, loads, chatwoot }
  }

  it('is Kustomer’s where nobody says otherwise, and nothing is loaded for it', async () => {
    page.scripts.push(TAG)
    page.place['$chatwoot'] = {}
    const { find, isNone, loads } = await meet()
    expect(find().isDue()).toBe(true)
    expect(isNone).toBe(false)
    expect(loads).toEqual([])
  })

  it('is Chatwoot’s where that is there alone, or is named; its adapter is loaded once', async () => {
    page.place['$chatwoot'] = {}
    const found = await meet()
    expect(found.find()).not.toBe(found.chatwoot)
    found.find()
    await settled()
    expect(found.find()).toBe(found.chatwoot)
    expect(found.loads).toEqual(['hash of Chatwoot'])

    page.scripts.push(TAG)
    const named = await meet({ chat: 'chatwoot' })
    expect(named.find().isDue()).toBe(false)
    await settled()
    expect(named.find()).toBe(named.chatwoot)
  })

  it('is none where the owner wants none looked for, or its adapter cannot be had', async () => {
    page.place['$chatwoot'] = {}
    page.scripts.push(TAG)
    const none = await meet({ chat: 'none' })
    none.find()
    await settled()
    expect(none.find().isDue()).toBe(false)
    expect(none).toMatchObject({ isNone: true, loads: [] })
    const failing = await meet({ chat: 'chatwoot' }, true)
    failing.find()
    await settled()
    expect(failing.find().isDue()).toBe(false)
    expect(failing.isNone).toBe(false)
  })
})
