import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Chat, looksOpen, noChat } from '../../../widget/chats/chat.ts'
import { kustomer } from '../../../widget/chats/kustomer.ts'
import { fakeChat, stubChatPage } from './support/chatPage.ts'
import { partFrom, settled } from './support/globals.ts'
import { FakeTag } from './support/tag.ts'

const FRAME = 'iframe#kustomer-ui-sdk-iframe'
const TAG = { 'data-kustomer-api-key': 'key', src: 'https://cdn.kustomerapp.com/chat-web/widget.js' }

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

describe('Kustomer’s chat', () => {
  /** A chat that has started, with what it lets a site listen to. */
  const start = () => {
    const frame = fakeChat()
    const added: [string, () => void][] = []
    page.scripts.push(TAG)
    page.put(FRAME, frame)
    page.place['Kustomer'] = {
      addListener: (event: string, listener: () => void) => added.push([event, listener]),
    }
    return {
      frame,
      added,
      fire: (event: string) => {
        for (const [one, hear] of added) if (one === event) hear()
      },
    }
  }
  const listened = (chat: Chat) => {
    const changed = vi.fn()
    const ending = new AbortController()
    return { changed, ending, listen: () => chat.listen(changed, ending.signal) }
  }

  it('is due where its tag is, which others of the vendor are not', () => {
    const chat = kustomer()
    expect(chat.isDue()).toBe(false)
    // The headless SDK, and the cards inside the agents' app, which have no key.
    page.scripts.push({ ...TAG, src: 'https://cdn.kustomerapp.com/chat-web/core.js' })
    page.scripts.push({ src: 'https://cdn.kustomerapp.com/card/sdk.js' })
    page.place['Kustomer'] = { resize: () => undefined }
    page.place['KustomerCore'] = { start: () => undefined }
    expect(chat.isDue()).toBe(false)
    expect(chat.anchor()).toBeNull()
    expect(chat.isOpen()).toBe(false)
    page.scripts.push(TAG)
    expect(chat.isDue()).toBe(true)
  })

  it('is open by its size while it has said nothing', () => {
    const chat = kustomer()
    const { frame } = start()
    expect(chat.anchor()).toBe(frame)
    expect(chat.isOpen()).toBe(true)
    frame.drawn = { width: 80, height: 80 }
    expect(chat.isOpen()).toBe(false)
  })

  it('is closed as soon as it says so, though it is still big', () => {
    const chat = kustomer()
    const { fire, frame } = start()
    const { changed, listen } = listened(chat)
    listen()
    fire('onClose')
    expect(changed).toHaveBeenCalledTimes(1)
    expect(looksOpen(frame)).toBe(true)
    expect(chat.isOpen()).toBe(false)
    fire('onOpen')
    expect(changed).toHaveBeenCalledTimes(2)
    expect(chat.isOpen()).toBe(true)
    // It says so before it grows.
    frame.drawn = { width: 80, height: 80 }
    expect(chat.isOpen()).toBe(false)
  })

  it('is listened to once, however often it is looked at, and the site’s listeners stay', () => {
    const { added } = start()
    const sites = vi.fn()
    added.push(['onClose', sites])
    const { listen } = listened(kustomer())
    for (let look = 0; look < 5; look++) listen()
    expect(added.map(([event]) => event)).toEqual(['onClose', 'onOpen', 'onClose'])
    expect(added[0]?.[1]).toBe(sites)
    for (const [, listener] of added) listener()
    expect(sites).toHaveBeenCalledTimes(1)
  })

  it('is listened to when it comes late, and again when it was started anew', () => {
    const chat = kustomer()
    const { changed, listen } = listened(chat)
    listen()
    page.place['Kustomer'] = { start: () => undefined }
    listen()
    const first = start()
    listen()
    expect(first.added).toHaveLength(2)
    first.fire('onClose')
    expect(chat.isOpen()).toBe(false)
    const second = start()
    // Another frame: that the one before was closed says nothing about it.
    expect(chat.isOpen()).toBe(true)
    listen()
    expect(second.added).toHaveLength(2)
    expect(chat.isOpen()).toBe(true)
    second.fire('onClose')
    expect(chat.isOpen()).toBe(false)
    expect(changed).toHaveBeenCalledTimes(2)
  })

  it('is not waited for where its global is another thing, or breaks', () => {
    start()
    const chat = kustomer()
    const { changed, listen } = listened(chat)
    for (const other of [undefined, null, 'x', {}, { addListener: 'x' }]) {
      page.place['Kustomer'] = other
      expect(listen).not.toThrow()
    }
    page.place['Kustomer'] = {
      addListener: () => {
        throw new Error('not started')
      },
    }
    expect(listen).not.toThrow()
    expect(changed).not.toHaveBeenCalled()
    expect(chat.isOpen()).toBe(true)
  })

  it('calls nobody back after the end', () => {
    const { fire } = start()
    const { changed, ending, listen } = listened(kustomer())
    listen()
    ending.abort()
    fire('onClose')
    expect(changed).not.toHaveBeenCalled()
  })
})

describe('the inside of Kustomer’s chat', () => {
  interface Layout {
    readonly title?: string
    readonly height?: number
    readonly header?: { readonly width?: number; readonly height?: number } | null
    readonly isRootNested?: boolean
    readonly isForeign?: boolean
    readonly hasRoot?: boolean
  }
  /** A frame of 380 pixels with a root and something across its top. */
  const enter = ({
    title = 'Kustomer Widget Iframe',
    height = 600,
    header = {},
    isRootNested = false,
    isForeign = false,
    hasRoot = true,
  }: Layout = {}) => {
    const body = {}
    const root = { parentElement: isRootNested ? {} : body, contains: (one: unknown) => one !== body }
    const box = { width: 380, height: 64, ...header }
    const first = {
      parentElement: root,
      getBoundingClientRect: () => ({ ...box, bottom: box.height }),
    }
    const view = {
      innerWidth: 380,
      innerHeight: height,
      document: {
        body,
        querySelector: (selector: string) =>
          hasRoot && selector === '#kustomer-ui-modal-root' ? root : null,
        elementFromPoint: () => (header === null ? null : first),
      },
    }
    const frame = {
      ...fakeChat(),
      title,
      get contentWindow() {
        if (isForeign)
          return {
            get document(): never {
              throw new Error('SecurityError')
            },
          }
        return view
      },
    }
    page.put(FRAME, frame)
    return { inside: kustomer().inside(), root }
  }

  it('is beside its root, under its header', () => {
    const { inside, root } = enter()
    expect(inside).toEqual({ root, below: 64 })
    expect(inside?.root).toBe(root)
  })

  it.each<[string, Layout]>([
    ['of another origin', { isForeign: true }],
    ['of another title', { title: 'Chat' }],
    ['without the root', { hasRoot: false }],
    ['with the root somewhere else', { isRootNested: true }],
    ['with nothing at its top', { header: null }],
    ['with a narrow thing at its top', { header: { width: 200 } }],
    ['with a thin line at its top', { header: { height: 12 } }],
    ['with a picture over half of it', { header: { height: 300 } }],
    ['with too little room', { height: 300 }],
  ])('is not entered %s', (_, layout) => {
    expect(enter(layout).inside).toBeNull()
  })

  it('is none where there is no frame', () => {
    expect(kustomer().inside()).toBeNull()
  })
})

describe('Chatwoot’s chat', () => {
  const HOLDER = '.woot-widget-holder'
  const begin = async (): Promise<Chat> => {
    const make = await partFrom<() => Chat>(page, () => import('../../../widget/chats/chatwoot.ts'))
    return make()
  }

  it('is due where its script is, or has been', async () => {
    const chat = await begin()
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

  it('is open by its size and by what it says', async () => {
    const chat = await begin()
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

  it('is of another origin, and never entered', async () => {
    page.put(HOLDER, fakeChat())
    expect((await begin()).inside()).toBeNull()
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
