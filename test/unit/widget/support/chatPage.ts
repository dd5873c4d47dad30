import { vi } from 'vitest'
import { rectOf } from './boxes.ts'

interface Drawn {
  readonly width?: number
  readonly height?: number
  readonly left?: number
  readonly top?: number
  readonly visibility?: string
  readonly opacity?: string
}

/** The tag by which Kustomer's chat is added to a page. */
export const TAG = { 'data-kustomer-api-key': 'key', src: 'https://cdn.kustomerapp.com/chat-web/widget.js' }

export interface FakeChat {
  readonly id: string
  drawn: Drawn
  getBoundingClientRect(): ReturnType<typeof rectOf>
}

/** A chat's element in a window of 1000 by 800; without a word it is an open panel in the lower right corner. */
export const fakeChat = (drawn: Drawn = {}): FakeChat => ({
  id: 'chat',
  drawn,
  getBoundingClientRect() {
    const { left = 600, top = 250, width = 380, height = 530 } = this.drawn
    return rectOf({ left, top, width, height })
  },
})

type Script = Readonly<Record<string, string>>

/** Whether a script answers to `script[a]`, `script[a*="b"]` and the same within `:not()`: all that chats ask for. */
const answers = (script: Script, selector: string): boolean => {
  const clauses = [...selector.matchAll(/(:not\()?\[([\w-]+)(?:\*="([^"]*)")?\]\)?/g)]
  const asked = clauses.map(([clause]) => clause).join('')
  if (selector !== `script${asked}`) throw new Error(`The fake page cannot read ${selector}`)
  return clauses.every(
    ([, not, name = '', part = '']) => (script[name]?.includes(part) ?? false) !== Boolean(not),
  )
}

/** A page on which chats are found by selector, and what they may tell is on the window. */
export const stubChatPage = () => {
  const heard = new EventTarget()
  const found = new Map<string, unknown>()
  const scripts: Script[] = []
  const currentScript: { podlight?: (part: unknown) => void } = {}
  const place: Record<string, unknown> = {}
  vi.stubGlobal('window', place)
  vi.stubGlobal('innerWidth', 1000)
  vi.stubGlobal('innerHeight', 800)
  vi.stubGlobal('addEventListener', heard.addEventListener.bind(heard))
  vi.stubGlobal('dispatchEvent', heard.dispatchEvent.bind(heard))
  vi.stubGlobal('getComputedStyle', ({ drawn }: FakeChat) => ({
    visibility: drawn.visibility ?? 'visible',
    opacity: drawn.opacity ?? '1',
  }))
  vi.stubGlobal('document', {
    currentScript,
    querySelector: (selector: string) =>
      selector.startsWith('script')
        ? (scripts.find((script) => answers(script, selector)) ?? null)
        : (found.get(selector) ?? null),
  })
  return {
    place,
    scripts,
    currentScript,
    /** Puts an element on the page, or takes it away. */
    put: (selector: string, element: unknown) => found.set(selector, element),
    fire: (event: string) => heard.dispatchEvent(new Event(event)),
  }
}
