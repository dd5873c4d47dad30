import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Chat, looksOpen, noChat } from '../../../widget/chats/chat.ts'
import type { Others } from '../../../widget/chats/others.ts'
import { fakeChat, stubChatPage, TAG } from './support/chatPage.ts'
import { hearWarnings, partFrom, settled } from './support/globals.ts'
import { FakeTag } from './support/tag.ts'

let page = stubChatPage()
beforeEach(() => {
  page = stubChatPage()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
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
    vi.stubGlobal('CHATS_HASH', 'hash of the others')
    vi.resetModules()
    const { findChat } = await import('../../../widget/chats/findChat')
    const others = await partFrom<Others>(page, () => import('../../../widget/chats/others.ts'))
    const loads: string[] = []
    const load = async <T>(hash: string): Promise<T> => {
      loads.push(hash)
      if (fails) throw new Error('cannot be had')
      return others as T
    }
    const { find, isNone } = findChat(new FakeTag(options), load)
    /** What there is when all that was asked for has come. */
    const found = async (): Promise<Chat> => {
      find()
      find()
      await settled()
      return find()
    }
    return { find, found, isNone, loads }
  }
  const [kustomers, chatwoots] = [fakeChat(), fakeChat()]
  beforeEach(() => {
    page.put('iframe#kustomer-ui-sdk-iframe', kustomers)
    page.put('.woot-widget-holder', chatwoots)
  })

  it.each([{}, { chat: 'auto' }, { chat: 'kustomer' }])(
    'is Kustomer’s where its tag is, and nothing is loaded for it: %j',
    async (options) => {
      page.scripts.push(TAG)
      page.place['$chatwoot'] = {}
      const { found, isNone, loads } = await meet(options)
      expect((await found()).anchor()).toBe(kustomers)
      expect(isNone).toBe(false)
      expect(loads).toEqual([])
    },
  )

  it('is another one where that is there alone, and Kustomer’s again when its tag comes', async () => {
    const { found, loads } = await meet()
    // Nobody's tag is there: a chat that has no tag any more, or none yet.
    expect((await found()).anchor()).toBe(kustomers)
    page.place['$chatwoot'] = {}
    expect((await found()).anchor()).toBe(chatwoots)
    page.scripts.push(TAG)
    expect((await found()).anchor()).toBe(kustomers)
    expect(loads).toEqual(['hash of the others'])
  })

  it('is the one that the owner named, whatever else is there, and until it comes none', async () => {
    page.scripts.push(TAG)
    const { find, found, loads } = await meet({ chat: 'chatwoot' })
    expect(find().anchor()).toBeNull()
    expect((await found()).anchor()).toBe(chatwoots)
    expect(loads).toEqual(['hash of the others'])
    const kustomer = await meet({ chat: 'kustomer' })
    page.scripts.length = 0
    page.place['$chatwoot'] = {}
    expect((await kustomer.found()).anchor()).toBe(kustomers)
    expect(kustomer.loads).toEqual([])
  })

  it.each(['intercom', 'chat woot', 'constructor'])(
    'is found by itself where the owner names one that is not known, which is told: %s',
    async (chat) => {
      const warnings = hearWarnings()
      page.scripts.push(TAG)
      expect((await (await meet({ chat })).found()).anchor()).toBe(kustomers)
      expect(warnings).toEqual([
        expect.stringContaining(`data-chat can’t be "${chat}": use auto, kustomer, `),
      ])
    },
  )

  it('is none where the owner wants none looked for, or its adapter cannot be had', async () => {
    page.place['$chatwoot'] = {}
    page.scripts.push(TAG)
    const none = await meet({ chat: 'none' })
    expect((await none.found()).anchor()).toBeNull()
    expect(none).toMatchObject({ isNone: true, loads: [] })
    const failing = await meet({ chat: 'chatwoot' }, true)
    expect((await failing.found()).anchor()).toBeNull()
    expect(failing.isNone).toBe(false)
    // Kustomer's may still come.
    page.scripts.length = 0
    const late = await meet({}, true)
    expect((await late.found()).isDue()).toBe(false)
    page.scripts.push(TAG)
    expect((await late.found()).isDue()).toBe(true)
  })
})
