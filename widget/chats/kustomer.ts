import { FRAME } from '../chatFrame.ts'
import { type Chat, type Inside, looksOpen } from './chat.ts'

// What is known of the vendor's web SDK 2 (November 2026, from public documents and code; nothing was run against the
// vendor): one frame of this id and title, mostly of the page's own origin; in it one root. It is small while closed.
const TAG = 'script[data-kustomer-api-key]:not([src*="core.js"])'
const TITLE = 'Kustomer Widget Iframe'
const ROOT = '#kustomer-ui-modal-root'

/** The methods are there only after the chat started, and the global may be another SDK's. */
interface Sdk {
  readonly addListener?: (event: string, listener: () => void) => void
}

export const frame = (): HTMLIFrameElement | null => document.querySelector<HTMLIFrameElement>(FRAME)

/** The lower edge of what lies across the top of the frame; null where nothing there looks like a header. */
const headerOf = (view: Window, root: HTMLElement): number | null => {
  const { innerWidth: width, innerHeight: height } = view
  // In less there is no room for more than the conversation.
  if (height < 360) return null
  const tallest = height * 0.35
  let header: Element | null = view.document.elementFromPoint(width / 2, 8)
  for (let next = header?.parentElement; next && next !== root; next = next.parentElement)
    if (next.getBoundingClientRect().height <= tallest) header = next
  const box = header && root.contains(header) ? header.getBoundingClientRect() : null
  return box && box.width > width * 0.8 && box.height > 30 && box.height <= tallest ? box.bottom : null
}

const insideOf = (): Inside | null => {
  const found = frame()
  try {
    const view = found?.title === TITLE ? found.contentWindow : null
    const root = view?.document.querySelector<HTMLElement>(ROOT)
    if (!view || !root || root.parentElement !== view.document.body) return null
    const below = headerOf(view, root)
    return below === null ? null : { root, below }
  } catch {
    // A frame of another origin.
    return null
  }
}

export const kustomer = (): Chat => {
  let heardOf: HTMLIFrameElement | null = null
  let isClosed = false
  let changed = (): void => undefined
  const hear = (closed: boolean) => (): void => {
    isClosed = closed
    changed()
  }
  const [onOpen, onClose] = [hear(false), hear(true)]

  return {
    isDue: () => document.querySelector(TAG) !== null,
    anchor: frame,
    isOpen: () => {
      const found = frame()
      return found !== null && !(isClosed && found === heardOf) && looksOpen(found)
    },
    inside: insideOf,
    listen: (callback, signal) => {
      changed = () => signal.aborted || callback()
      const found = frame()
      const { Kustomer: sdk } = window as { Kustomer?: Sdk }
      if (found === null || found === heardOf || typeof sdk?.addListener !== 'function') return
      // A chat that was stopped and started is another one.
      heardOf = found
      isClosed = false
      try {
        // Added beside the site's own listeners, which stay.
        sdk.addListener('onOpen', onOpen)
        sdk.addListener('onClose', onClose)
      } catch {
        // Its size tells as well.
      }
    },
  }
}
