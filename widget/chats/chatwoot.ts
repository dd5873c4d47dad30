import { type Chat, looksOpen } from './chat.ts'

// What is known of Chatwoot's web SDK (November 2026, from its public documents): one holder of this class in the page,
// with a frame of another origin; events on the window. Nothing was run against it.
const HOLDER = '.woot-widget-holder'

const holder = (): HTMLElement | null => document.querySelector<HTMLElement>(HOLDER)

export const chatwoot = (): Chat => {
  let isHeard = false
  let isClosed = false
  return {
    isDue: () =>
      'chatwootSDK' in window ||
      '$chatwoot' in window ||
      document.querySelector('script[src*="/packs/js/sdk.js"]') !== null,
    anchor: holder,
    isOpen: () => {
      const found = holder()
      return found !== null && !isClosed && looksOpen(found)
    },
    // Its frame is of another origin.
    inside: () => null,
    listen: (changed, signal) => {
      if (isHeard) return
      isHeard = true
      for (const name of ['opened', 'closed'])
        addEventListener(
          `chatwoot:${name}`,
          () => {
            isClosed = name === 'closed'
            changed()
          },
          { signal },
        )
    },
  }
}
