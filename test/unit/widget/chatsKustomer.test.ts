import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Chat, looksOpen } from '../../../widget/chats/chat.ts'
import { kustomer } from '../../../widget/chats/kustomer.ts'
import { fakeChat, stubChatPage, TAG } from './support/chatPage.ts'

const FRAME = 'iframe#kustomer-ui-sdk-iframe'

let page = stubChatPage()
beforeEach(() => {
  page = stubChatPage()
})
afterEach(() => {
  vi.unstubAllGlobals()
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
